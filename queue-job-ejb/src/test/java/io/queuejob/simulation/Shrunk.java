package io.queuejob.simulation;

import io.queuejob.simulation.chance.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario that fails, with as few faults, jobs and nodes as still fail.
 *
 * @param scenario what is left of it
 * @param invariant what it violates; null if it ends in an exception
 * @param trace its steps
 */
record Shrunk(Scenario scenario, Invariant invariant, List<String> trace) {
  private static final int LAST_STEPS = 250;

  static Shrunk of(Scenario found) {
    Scenario smallest = found;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (Scenario candidate : candidates(smallest)) {
        if (fails(candidate)) {
          smallest = candidate;
          smaller = true;
          break;
        }
      }
    }
    List<String> trace = new ArrayList<>();
    Invariant invariant = null;
    try {
      History.Result result = new History(smallest, trace).play();
      invariant = result.violation() == null ? null : result.violation().invariant();
    } catch (RuntimeException | Error e) {
      trace.add(e.toString());
    }
    return new Shrunk(smallest, invariant, trace);
  }

  private static List<Scenario> candidates(Scenario of) {
    List<Scenario> candidates = new ArrayList<>();
    for (Fault fault : of.faults()) {
      List<Fault> fewer = new ArrayList<>(of.faults());
      fewer.remove(fault);
      candidates.add(of.with(of.nodes(), of.jobs(), fewer));
    }
    if (of.nodes() > 1) {
      candidates.add(of.with(of.nodes() - 1, of.jobs(), of.faults()));
    }
    if (of.jobs() > 1) {
      candidates.add(of.with(of.nodes(), of.jobs() / 2, of.faults()));
      candidates.add(of.with(of.nodes(), of.jobs() - 1, of.faults()));
    }
    return candidates;
  }

  private static boolean fails(Scenario scenario) {
    try {
      return new History(scenario, null).play().violation() != null;
    } catch (RuntimeException | Error e) {
      return true;
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("seed " + scenario.seed() + " violates " + invariant);
    text.append("; replay: mvn -pl queue-job-ejb test -Dtest=SimulationTest -Dsimulation.seed=");
    text.append(scenario.seed()).append("\nshrunk to ").append(scenario).append('\n');
    int from = Math.max(0, trace.size() - LAST_STEPS);
    trace.subList(from, trace.size()).forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
