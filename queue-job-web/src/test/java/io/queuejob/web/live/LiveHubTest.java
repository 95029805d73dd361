package io.queuejob.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.overview.Overview;
import io.queuejob.admin.overview.OverviewAdmin;
import io.queuejob.admin.overview.Window;
import io.queuejob.api.error.StorageException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who listens is told of changes, and costs nothing when gone. */
class LiveHubTest {
  private final Traced traced = new Traced();
  private final List<Runnable> scheduled = new ArrayList<>();
  private final LiveHub hub =
      new LiveHub(
          traced,
          beat -> {
            scheduled.add(beat);
            return () -> scheduled.remove(beat);
          });

  private static final class Traced implements OverviewAdmin {
    private String trace = "1";
    private int looks;

    @Override
    public Overview overview(Window window) {
      throw new IllegalStateException("expected not to be asked");
    }

    @Override
    public String trace() {
      looks++;
      if (trace == null) {
        throw new StorageException("QJ3001", "gone", null);
      }
      return trace;
    }
  }

  private static final class Page extends LiveStream {
    private final List<String> heard = new ArrayList<>();
    private boolean gone;

    Page() {
      super(null);
    }

    @Override
    boolean send(String event) {
      if (!gone && event != null) {
        heard.add(event);
      }
      return !gone;
    }
  }

  private void beats(int number) {
    for (int i = 0; i < number; i++) {
      List.copyOf(scheduled).forEach(Runnable::run);
    }
  }

  @Test
  void nobody_listens_nothing_is_asked() {
    beats(3);
    assertThat(traced.looks).isZero();
    Page page = new Page();
    hub.open(page);
    beats(2);
    hub.close(page);
    beats(3);
    assertThat(traced.looks).isEqualTo(2);
  }

  @Test
  void all_who_listen_share_one_look_and_hear_of_a_change_and_its_end() {
    Page one = new Page();
    Page other = new Page();
    hub.open(one);
    hub.open(other);
    beats(3);
    traced.trace = "2";
    beats(3);
    assertThat(traced.looks).isEqualTo(6);
    assertThat(one.heard).containsExactly("hello", "changed", "changed").isEqualTo(other.heard);
  }

  @Test
  void a_page_that_left_without_a_word_is_forgotten() {
    Page page = new Page();
    hub.open(page);
    page.gone = true;
    beats(1);
    traced.trace = "2";
    beats(1);
    assertThat(hub.open()).isZero();
    assertThat(scheduled).isEmpty();
  }

  @Test
  void there_are_only_so_many_streams() {
    for (int i = 0; i < LiveHub.MOST; i++) {
      assertThat(hub.open(new Page())).isTrue();
    }
    assertThat(hub.open(new Page())).isFalse();
  }

  @Test
  void a_database_that_is_gone_is_told_and_its_return_again() {
    Page page = new Page();
    hub.open(page);
    beats(1);
    traced.trace = null;
    beats(4);
    assertThat(page.heard).containsExactly("hello", "changed", "changed");
    traced.trace = "2";
    beats(4);
    assertThat(page.heard).hasSize(5);
  }
}
