package io.queuejob.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.overview.Amount;
import io.queuejob.admin.overview.Attention;
import io.queuejob.admin.overview.Overview;
import io.queuejob.admin.overview.OverviewAdmin;
import io.queuejob.admin.overview.Window;
import io.queuejob.api.error.StorageException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the first screen shows of what it is told. */
class OverviewViewTest {
  private final Remembering admin = new Remembering();
  private final OverviewView view = new OverviewView(admin);

  /** Tells what it is given, and knows what it was asked. */
  private static final class Remembering implements OverviewAdmin {
    private Attention attention = GivenOverview.nothing();
    private boolean broken;

    @Override
    public Overview overview(Window window) {
      if (broken) {
        throw new StorageException("QJ3001", "could not read [08006] gone", null);
      }
      return GivenOverview.of(window, attention);
    }

    @Override
    public String trace() {
      return "";
    }
  }

  @Test
  void the_address_names_the_span_and_nonsense_is_an_hour() {
    view.setWindow("7d");
    assertThat(view.getOverview().steps()).hasSize(168);
    assertThat(view.getTimeForm()).isEqualTo("day");
    view.setWindow("<script>");
    assertThat(view.getWindow()).isEqualTo("1h");
  }

  @Test
  void numbers_say_how_sure_they_are() {
    view.refresh();
    assertThat(view.getWaiting()).isEqualTo("≈ 1,200,000");
    assertThat(view.getFailed()).isEqualTo("100,000+");
    assertThat(view.getUsed()).isEqualTo(75);
    assertThat(view.getRate()).isEqualTo("2");
    assertThat(view.getWaitMost()).isEqualTo("900\u00a0ms");
    assertThat(view.getTimesBelow()).hasSize(5);
    assertThat(view.getSteps()).hasSize(1).first().extracting(StepLine::index).isEqualTo(59);
  }

  @Test
  void each_chart_draws_what_there_is() {
    view.refresh();
    assertThat(view.getFigures()).hasSize(3).noneMatch(figure -> figure.isEmpty());
    assertThat(view.getMarks()).hasSize(1).allMatch(MarkLine::deploy);
  }

  @Test
  void nothing_that_needs_a_person_is_all_fine() {
    view.refresh();
    assertThat(view.getNeeds()).isEmpty();
  }

  @Test
  void each_need_says_what_it_is_and_leads_to_it() {
    admin.attention = GivenOverview.everything();
    view.refresh();
    assertThat(view.getNeeds())
        .extracting(Need::kind)
        .containsExactly("failed", "stranded", "paused", "gone", "long");
    Need failure = view.getNeeds().get(0);
    assertThat(failure.title()).isEqualTo("Broken");
    assertThat(failure.more()).isEqualTo("Mail.send · <b>no␀ good");
    assertThat(view.getNeeds().subList(1, 5)).extracting(Need::trend).containsOnlyNulls();
    assertThat(view.getNeeds())
        .extracting(Need::lead)
        .containsExactly(
            "jobs.xhtml?state=failed&q=error%3Aa.b.Broken+function%3Aa.b.Mail.send",
            "jobs.xhtml?state=pending&text=Gone.away",
            "channels.xhtml",
            "nodes.xhtml",
            "job.xhtml?uuid=00000000-0000-0000-0000-000000000001");
  }

  @Test
  void failures_tell_when_they_came_about_and_where_it_goes() {
    assertThat(trend(4, 3L).day()).isEqualTo("4");
    assertThat(trend(4, 3L).most()).isEqualTo("4");
    assertThat(trend(4, 3L).before()).isEqualTo("3");
    assertThat(trend(4, 3L).box()).isEqualTo("0 0 240 100");
    assertThat(trend(4, 3L).spark()).startsWith("M5.0 96.00L15.0").endsWith("L235.0 4.00");
    assertThat(trend(4, 3L).way()).isEqualTo("rising");
    assertThat(trend(0, 3L).way()).isEqualTo("falling");
    assertThat(trend(3, 3L).way()).isNull();
    assertThat(trend(3, null).way()).isNull();
    assertThat(trend(3, null).before()).isNull();
  }

  private Need.Trend trend(long last, Long before) {
    Attention.FailureGroup group =
        new Attention.FailureGroup(
            null, "a.B", null, Amount.of(1), null, null, null, GivenOverview.trend(last, before));
    Attention attention = new Attention(List.of(group), List.of(), List.of(), List.of(), List.of());
    return Need.of(attention).get(0).trend();
  }

  @Test
  void a_reading_that_fails_leaves_the_last_one_under_a_notice() {
    view.refresh();
    admin.broken = true;
    view.refresh();
    assertThat(view.isUnreadable()).isTrue();
    assertThat(view.getTrouble()).startsWith("QJ3001 ");
    assertThat(view.isThere()).isTrue();
    admin.broken = false;
    view.refresh();
    assertThat(view.isUnreadable()).isFalse();
  }

  @Test
  void times_are_short() {
    assertThat(
            List.of(
                Words.length(Duration.ofNanos(200_000)),
                Words.length(Duration.ofMillis(12)),
                Words.length(Duration.ofMillis(2_340)),
                Words.length(Duration.ofSeconds(90)),
                Words.length(Duration.ofMinutes(150)),
                Words.length(Duration.ofDays(2))))
        .containsExactly(
            "< 1\u00a0ms", "12\u00a0ms", "2.3\u00a0s", "1.5\u00a0min", "2.5\u00a0h", "2\u00a0d");
    assertThat(Words.length(null)).isEqualTo("–");
    assertThat(Words.part(0.001)).isEqualTo("< 1\u00a0%");
  }
}
