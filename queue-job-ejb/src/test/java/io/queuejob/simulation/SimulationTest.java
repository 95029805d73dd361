package io.queuejob.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.simulation.chance.Sometimes;
import io.queuejob.simulation.rows.Twin;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** Many nodes in virtual time, over a model of the rows, with faults. */
class SimulationTest {
  private static final int HISTORIES = Integer.getInteger("simulation.histories", 20_000);

  @Test
  void no_history_violates_an_invariant() {
    Long only = Long.getLong("simulation.seed");
    Simulation simulation = new Simulation(Twin.NONE);
    long first = only == null ? Long.getLong("simulation.first", 1) : only;
    Simulation.Report report = simulation.run(first, only == null ? HISTORIES : 1);
    System.out.println(report);
    assertThat(report.failure()).isEmpty();
    if (only == null) {
      assertThat(report.reached().keySet())
          .containsAll(EnumSet.complementOf(EnumSet.of(Sometimes.CANCELLED_WHILE_HELD)));
    }
  }
}
