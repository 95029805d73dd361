package io.queuejob.web.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.web.access.AdminRole;
import io.queuejob.web.testkit.GivenFunctions;
import io.queuejob.web.testkit.GivenRights;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the pages of functions show. */
class FunctionViewTest {
  private final GivenFunctions admin = new GivenFunctions();

  private FunctionView view() {
    FunctionView view = new FunctionView(admin, new GivenRights(AdminRole.ADMINISTRATOR));
    view.setId("7");
    view.begin();
    return view;
  }

  @Test
  void editing_begins_with_what_people_set() {
    assertThat(view().getTexts())
        .isEqualTo(Map.of("channel", "", "retry_pattern", "1:10", "max_retries", ""));
  }

  @Test
  void attempts_that_wait_alike_are_one_line() {
    assertThat(view().getWaits())
        .containsExactly(new WaitLine("1 – 2", "10 s"), new WaitLine("3", "1 min – 1 min 30 s"));
    assertThat(view().getAttempts()).isEqualTo(4);
  }

  @Test
  void the_preview_goes_by_what_is_typed() {
    FunctionView view = view();
    view.getTexts().put("retry_pattern", "");
    view.getTexts().put("max_retries", "0");
    assertThat(view.getWaits()).last().isEqualTo(new WaitLine("3 …", "1 min – 1 min 30 s"));
    assertThat(admin.asked).contains("waits  20");
  }

  @Test
  void an_address_without_a_function_shows_none() {
    FunctionView view = new FunctionView(admin, new GivenRights(AdminRole.VIEWER));
    view.setId("8x");
    assertThat(view.getRow()).isNull();
  }

  @Test
  void a_line_says_what_is_stranded_and_where_counting_stopped() {
    FunctionLine line = new FunctionLine(admin.row());
    assertThat(line.stranded()).isTrue();
    assertThat(line.failed()).isEqualTo("10k+");
    assertThat(line.waiting()).isEqualTo("3");
    assertThat(line.shortName()).isEqualTo("Mails.send");
    assertThat(line.jobsQuery("failed")).isEqualTo("?state=failed&text=shop.Mails.send%28long%29");
  }

  @Test
  void the_list_goes_by_its_address_and_keeps_what_it_had() {
    FunctionsView list = new FunctionsView(admin);
    list.open(Map.of("text", " mail ", "after", "3"));
    assertThat(admin.asked).containsExactly("list mail 3 50");
    assertThat(list.getNextAddress()).isEqualTo("?text=mail&after=7");
    admin.failure = new IllegalStateException("QJ3001 gone");
    list.refresh();
    assertThat(list.getLines()).hasSize(1);
    assertThat(list.getTrouble()).isEqualTo("QJ3001 gone");
  }

  @Test
  void waits_are_told_in_their_two_greatest_units() {
    assertThat(DelayText.of(0)).isEqualTo("0 s");
    assertThat(DelayText.of(90)).isEqualTo("1 min 30 s");
    assertThat(DelayText.of(90_061)).isEqualTo("1 d 1 h");
    assertThat(DelayText.of(3_605)).isEqualTo("1 h 5 s");
  }
}
