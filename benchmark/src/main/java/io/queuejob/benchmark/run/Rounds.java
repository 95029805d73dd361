package io.queuejob.benchmark.run;

import io.queuejob.benchmark.measure.Meters;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Rounds of several contestants in turn, so that what disturbs one disturbs the others, too. */
public final class Rounds {

  /** The compiler needs about twenty thousand calls to be done with the engine's code. */
  private static final int WARM_UPS = 2;

  private final Ledger ledger;
  private final Checkpoint checkpoint;
  private final PrintStream out;

  /** Writes out what is dirty, so that no round pays for the one before. */
  @FunctionalInterface
  public interface Checkpoint {
    /** Returns when all is written. */
    void write() throws Exception;
  }

  public Rounds(Ledger ledger, Checkpoint checkpoint, PrintStream out) {
    this.ledger = ledger;
    this.checkpoint = checkpoint;
    this.out = out;
  }

  /** Lets the contestants run in turn, the first times to warm up only. */
  public Rates run(List<? extends Contestant> contestants, int jobs, int rounds) throws Exception {
    return run(contestants, contestant -> jobs, rounds);
  }

  /** The same with a number of jobs for each contestant, as slow ones need fewer. */
  public Rates run(
      List<? extends Contestant> contestants, ToIntFunction<Contestant> jobs, int rounds)
      throws Exception {
    for (int i = 0; i < WARM_UPS; i++) {
      for (Contestant contestant : contestants) {
        int half = Math.max(1, jobs.applyAsInt(contestant) / 2);
        report("warm-up", contestant, measured(contestant, half));
      }
    }
    Map<String, List<Round>> all = new LinkedHashMap<>();
    contestants.forEach(c -> all.put(c.name(), new ArrayList<>()));
    for (int i = 0; i < rounds; i++) {
      for (Contestant contestant : contestants) {
        Round round = measured(contestant, jobs.applyAsInt(contestant));
        all.get(contestant.name()).add(round);
        report("round " + (i + 1), contestant, round);
      }
    }
    return new Rates(all);
  }

  /** One round; returns jobs per second. */
  public double round(Contestant contestant, int jobs) throws Exception {
    return measured(contestant, jobs).jobsPerSecond();
  }

  /** One round, with what it took. */
  public Round measured(Contestant contestant, int jobs) throws Exception {
    ledger.clear();
    checkpoint.write();
    Meters meters = ledger.meters();
    Meters.Reading empty = meters.read(contestant.process());
    contestant.fill(jobs);
    Meters.Reading filled = meters.read(contestant.process());
    contestant.drain(jobs);
    Meters.Reading drained = meters.read(contestant.process());
    int ran = contestant.ran(jobs);
    double seconds = ledger.seconds(ran, contestant.lastCompletion());
    return new Round(ran, seconds, drained.since(filled), drained.since(empty));
  }

  private void report(String what, Contestant contestant, Round round) {
    out.printf(
        Locale.ROOT,
        "  %-8s %-30s %8.0f jobs/s %6.0f \u00b5s CPU %6.0f bytes of log a job%n",
        what,
        contestant.name(),
        round.jobsPerSecond(),
        round.cpuMicros(),
        round.walBytes());
  }

  public static List<Double> list(double[] rates) {
    List<Double> list = new ArrayList<>();
    for (double rate : rates) {
      list.add((double) Math.round(rate));
    }
    return list;
  }
}
