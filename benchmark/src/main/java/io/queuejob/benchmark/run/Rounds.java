package io.queuejob.benchmark.run;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
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

  /**
   * Jobs per second of each round.
   *
   * @param byName rates by contestant, in the order of the rounds
   */
  public record Rates(Map<String, double[]> byName) {

    public double median(String name) {
      return Rounds.median(byName.get(name));
    }

    public double ratio(String name, String baseline) {
      return median(name) / median(baseline);
    }
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
        report("warm-up", contestant, round(contestant, half));
      }
    }
    Map<String, double[]> rates = new LinkedHashMap<>();
    contestants.forEach(c -> rates.put(c.name(), new double[rounds]));
    for (int i = 0; i < rounds; i++) {
      for (Contestant contestant : contestants) {
        double rate = round(contestant, jobs.applyAsInt(contestant));
        rates.get(contestant.name())[i] = rate;
        report("round " + (i + 1), contestant, rate);
      }
    }
    return new Rates(rates);
  }

  /** One round; returns jobs per second. */
  public double round(Contestant contestant, int jobs) throws Exception {
    ledger.clear();
    checkpoint.write();
    contestant.fill(jobs);
    contestant.drain(jobs);
    return jobs / ledger.seconds(jobs, contestant.lastCompletion());
  }

  private void report(String what, Contestant contestant, double rate) {
    out.printf(Locale.ROOT, "  %-8s %-22s %8.0f jobs/s%n", what, contestant.name(), rate);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  public static List<Double> list(double[] rates) {
    List<Double> list = new ArrayList<>();
    for (double rate : rates) {
      list.add((double) Math.round(rate));
    }
    return list;
  }
}
