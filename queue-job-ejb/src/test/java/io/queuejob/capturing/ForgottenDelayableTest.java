package io.queuejob.capturing;

import static io.queuejob.api.JobGraph.chain;
import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.Delayable;
import io.queuejob.testkit.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Delayables that were made and never delayed: S-DL-07, S-GR-05. */
class ForgottenDelayableTest {

  private final Shop shop = Shop.open();
  private final Logger log = Logger.getLogger("io.queuejob.capture");
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          warnings.add(record.getLevel() + " " + record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    log.addHandler(handler);
    log.setUseParentHandlers(false);
  }

  @AfterEach
  void close() {
    log.removeHandler(handler);
    log.setUseParentHandlers(true);
    shop.close();
  }

  private Delayable<Thumbnails> call(String name) {
    return shop.queue().delayable(Thumbnails.class, t -> t.plain(name));
  }

  @Test
  void the_commit_tells_what_was_forgotten() { // S-DL-07
    shop.place.begin(null);
    call("forgotten");
    call("delayed").delay();
    shop.place.commit();
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0))
        .startsWith("WARNING QJ1064 io.queuejob.capturing.Thumbnails.plain(String)")
        .contains("[\"forgotten\"]");
  }

  @Test
  void what_comes_before_a_delayed_call_is_forgotten() { // S-GR-05
    shop.place.begin(null);
    Delayable<Thumbnails> child = call("child");
    call("parent").onDone(child);
    child.delay();
    shop.place.commit();
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0)).contains("parent");
  }

  @Test
  void nobody_is_warned_after_a_rollback_or_of_what_was_split_or_delayed() { // S-SP-03
    shop.place.begin(null);
    call("rolled back");
    shop.place.rollback();
    shop.place.begin(null);
    shop.queue()
        .delayable(Thumbnails.class, t -> t.several(List.of(1, 2), null, null))
        .split(1)
        .delay();
    chain(call("a"), call("b")).delay();
    shop.place.commit();
    assertThat(warnings).isEmpty();
  }

  @Test
  void many_are_told_in_few_lines() {
    shop.place.begin(null);
    for (int i = 0; i < 30; i++) {
      call("n" + i);
    }
    shop.place.commit();
    assertThat(warnings).hasSize(11);
    assertThat(warnings.get(10)).contains("20 more");
  }

  @Test
  void without_a_transaction_the_garbage_collector_tells() throws Exception { // S-DL-07
    call("lost");
    Await.until(
        "the warning",
        Duration.ofSeconds(20),
        () -> {
          System.gc();
          return String.join(" ", warnings);
        },
        all -> all.contains("[\"lost\"]"));
  }
}
