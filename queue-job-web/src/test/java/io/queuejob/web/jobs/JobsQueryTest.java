package io.queuejob.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.search.JobGroups;
import io.queuejob.web.StateWord;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobsQueryTest {
  @Test
  void bare_address_shows_the_open_states() {
    JobsQuery query = query("?");
    assertThat(query).isEqualTo(JobsQuery.FIRST);
    assertThat(query.filter()).isEqualTo("state:wait_dependencies,pending,enqueued,started,failed");
    assertThat(query.address()).isEqualTo("?");
  }

  @Test
  void all_states_have_an_address() {
    assertThat(JobsQuery.FIRST.all().address()).isEqualTo("?state=all");
    assertThat(query("?state=all").filter()).isEmpty();
  }

  @Test
  void states_are_repeated_or_separated_by_commas() {
    assertThat(query("?state=failed,done&state=started").address())
        .isEqualTo("?state=started,failed,done");
  }

  @Test
  void every_filter_survives_its_address() {
    JobsQuery query =
        JobsQuery.FIRST
            .toggled(StateWord.FAILED)
            .withLine("Zoë & <b>=?#")
            .withChannel("root.mail")
            .older(900)
            .older(850);
    assertThat(query(query.address())).isEqualTo(query);
  }

  @Test
  void chip_adds_and_takes_away_and_the_last_one_leads_back_to_open() {
    JobsQuery failed = JobsQuery.FIRST.all().toggled(StateWord.FAILED);
    assertThat(failed.filter()).isEqualTo("state:failed");
    JobsQuery both = failed.toggled(StateWord.DONE);
    assertThat(both.filter()).isEqualTo("state:failed,done");
    assertThat(both.toggled(StateWord.FAILED).toggled(StateWord.DONE)).isEqualTo(JobsQuery.FIRST);
  }

  @Test
  void newer_goes_back_the_way_that_older_came() {
    JobsQuery third = JobsQuery.FIRST.older(900).older(850).older(800);
    assertThat(third.after()).isEqualTo(800);
    assertThat(third.newer().after()).isEqualTo(850);
    assertThat(third.newer().newer().newer()).isEqualTo(JobsQuery.FIRST);
  }

  @Test
  void changed_filter_begins_at_the_first_page() {
    JobsQuery second = JobsQuery.FIRST.older(900);
    assertThat(second.withLine("x").after()).isNull();
    assertThat(second.toggled(StateWord.DONE).after()).isNull();
    assertThat(second.withChannel("root").trail()).isEmpty();
  }

  @Test
  void what_an_address_says_wrongly_is_ignored() {
    JobsQuery query = query("?state=nonsense&after=12x&trail=1,-3,99999999999999999999&text=%20");
    assertThat(query.filter()).isEqualTo(JobsQuery.FIRST.filter());
    assertThat(query.trail()).containsExactly(1L);
  }

  @Test
  void states_of_the_line_stand_above_the_chips_and_a_chip_takes_them_over() {
    JobsQuery query = query("?q=state:done%20age:%3E1h");
    assertThat(query.filter()).isEqualTo("state:done age:>1h");
    assertThat(query.pressed()).containsExactly(StateWord.DONE);
    assertThat(query.toggled(StateWord.FAILED).address())
        .isEqualTo("?state=failed,done&q=age%3A%3E1h");
    assertThat(query.all().address()).isEqualTo("?state=all&q=age%3A%3E1h");
  }

  @Test
  void text_of_an_old_link_is_looked_for_as_it_stood() {
    assertThat(query("?state=all&text=order").filter()).isEqualTo("order");
    assertThat(query("?state=all&text=a:b%20c%22").filter()).isEqualTo("\"a:b c\\\"\"");
  }

  @Test
  void groups_have_an_address_and_their_jobs_another() {
    JobsQuery groups = query("?state=failed&group=error");
    assertThat(groups.by()).isEqualTo(JobGroups.By.ERROR);
    assertThat(groups.address()).isEqualTo("?state=failed&group=error");
    assertThat(groups.within("fingerprint:ab").address())
        .isEqualTo("?state=failed&q=fingerprint%3Aab");
  }

  @Test
  void words_of_a_group_are_not_cut_off_a_line_that_may_be_so_long() {
    String line = "x".repeat(1_990);
    assertThat(JobsQuery.FIRST.withLine(line).within("id:7").filter()).endsWith(line + " id:7");
  }

  @Test
  void address_does_not_grow_without_end() {
    JobsQuery query = JobsQuery.FIRST.withLine("x".repeat(5000));
    for (long id = 100_000; id > 90_000; id -= 50) {
      query = query.older(id);
    }
    assertThat(query.address()).hasSizeLessThan(2600);
    assertThat(query.newer().after()).isEqualTo(90_100);
  }

  private static JobsQuery query(String address) {
    Map<String, String[]> parameters = new LinkedHashMap<>();
    for (String part : address.substring(1).split("&")) {
      String[] pair = part.split("=", 2);
      if (pair.length == 2) {
        String value = URLDecoder.decode(pair[1], StandardCharsets.UTF_8);
        String[] before = parameters.getOrDefault(pair[0], new String[0]);
        String[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = value;
        parameters.put(pair[0], after);
      }
    }
    return JobsQuery.of(parameters);
  }
}
