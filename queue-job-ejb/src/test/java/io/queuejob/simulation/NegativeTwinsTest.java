package io.queuejob.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.simulation.rows.Twin;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each named way of breaking the engine is found, and by what it breaks. */
class NegativeTwinsTest {
  private static final int MOST_HISTORIES = 5_000;

  private static final Map<Twin, Set<Invariant>> CATCHERS =
      Map.of(
          Twin.COMPLETION_WITHOUT_TOKEN,
          EnumSet.of(Invariant.EFFECTS_ONCE),
          Twin.SLOT_FREED_TWICE,
          EnumSet.of(Invariant.HELD_IS_WHAT_NODES_HOLD),
          Twin.CLAIM_WITHOUT_FENCE,
          EnumSet.of(Invariant.GONE_NODES_TAKE_NOTHING),
          Twin.RECOVERY_BY_AGE,
          EnumSet.of(Invariant.THE_LIVING_ARE_LEFT_ALONE),
          Twin.STALE_MEMBERSHIP_TRUSTED,
          EnumSet.of(
              Invariant.GONE_NODES_TAKE_NOTHING,
              Invariant.NOBODY_STARVES,
              Invariant.ALL_DONE,
              Invariant.NOTHING_LEFT_BEHIND),
          Twin.GIVE_BACK_BEYOND_HELD,
          EnumSet.of(Invariant.HELD_IS_WHAT_NODES_HOLD));

  @ParameterizedTest
  @EnumSource(value = Twin.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void a_broken_engine_is_found(Twin twin) {
    Simulation.Report report = new Simulation(twin).run(1, MOST_HISTORIES);
    assertThat(report.failed()).as("%s within %d histories", twin, MOST_HISTORIES).isNotNull();
    Invariant caught = report.failed().invariant();
    System.out.println(
        "twin " + twin + " is caught by " + caught + " within " + report.played() + " histories");
    assertThat(CATCHERS.get(twin)).contains(caught);
  }
}
