package io.queuejob.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.IdentityScope;
import io.queuejob.internal.job.StoredJob;
import io.queuejob.internal.port.protocol.Pulse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Due jobs that cannot be promoted stop neither the others nor the heartbeat (P6, P7, P8). */
class PromotionPgTest {
  private static final String BAD =
      """
      CREATE FUNCTION bad() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.description = 'bad' THEN RAISE EXCEPTION 'no such change'; END IF;
        RETURN NEW;
      END $$
      """;

  private Scene scene;

  @BeforeEach
  void open() throws Exception {
    scene = new Scene();
  }

  @AfterEach
  void close() throws Exception {
    scene.close();
  }

  private Pulse beat() {
    return scene.pulses.beat(scene.node, List.of(scene.function), 0, 0);
  }

  private void makeDue() throws Exception {
    scene.rows.update(
        "UPDATE queue_job.job SET due = now() - interval '1 s' WHERE due IS NOT NULL");
  }

  private long stored(Caller ann, String key) throws Exception {
    StoredJob job = ann.call(Caller.request(key, IdentityScope.QUEUED, Duration.ofHours(1)));
    ann.commit();
    return job.id();
  }

  @Test
  void a_due_job_that_a_caller_found_is_promoted_after_the_caller_and_holds_up_nothing()
      throws Exception {
    Caller ann = scene.caller();
    long held = stored(ann, "held");
    long free = stored(ann, "free");
    makeDue();
    ann.call("held");
    Instant began = Instant.now();
    beat();

    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(2));
    assertThat(waits(held)).isEqualTo("f");
    assertThat(waits(free)).isEqualTo("t");
    ann.commit();
    beat();
    assertThat(waits(held)).isEqualTo("t");
  }

  @Test
  void a_row_that_the_database_refuses_to_change_stays_behind_alone() throws Exception {
    Caller ann = scene.caller();
    long bad = stored(ann, null);
    scene.rows.update("UPDATE queue_job.job SET description = 'bad'");
    long good = stored(ann, null);
    makeDue();
    scene.rows.update(BAD);
    scene.rows.update(
        "CREATE TRIGGER bad BEFORE UPDATE ON queue_job.job FOR EACH ROW EXECUTE FUNCTION bad()");
    String before = heartbeat();

    assertThat(beat().member()).isNotEqualTo(Pulse.Member.GONE);
    assertThat(waits(good)).isEqualTo("t");
    assertThat(waits(bad)).isEqualTo("f");
    assertThat(heartbeat()).isGreaterThan(before);
  }

  @Test
  void pulses_are_one_statement_again_and_the_row_is_promoted_once_it_can_be() throws Exception {
    Caller ann = scene.caller();
    long bad = stored(ann, null);
    scene.rows.update("UPDATE queue_job.job SET description = 'bad'");
    makeDue();
    scene.rows.update(BAD);
    scene.rows.update(
        "CREATE TRIGGER bad BEFORE UPDATE ON queue_job.job FOR EACH ROW EXECUTE FUNCTION bad()");
    beat();
    long later = stored(ann, null);
    makeDueOnly(later);
    beat();

    assertThat(waits(later)).isEqualTo("t");
    scene.rows.update("DROP TRIGGER bad ON queue_job.job");
    for (int pulse = 0; pulse < 60; pulse++) {
      beat();
    }
    assertThat(waits(bad)).isEqualTo("t");
  }

  private void makeDueOnly(long id) throws Exception {
    scene.rows.update("UPDATE queue_job.job SET due = now() - interval '1 s' WHERE id = ?", id);
  }

  private String waits(long id) throws Exception {
    return scene.rows.one("SELECT waits FROM queue_job.job WHERE id = ?", id);
  }

  private String heartbeat() throws Exception {
    return scene.rows.one("SELECT heartbeat::text FROM queue_job.node");
  }
}
