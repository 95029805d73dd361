package io.queuejob.chaos.run;

import io.queuejob.chaos.sabotage.Break;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the command line said.
 *
 * @param seconds how long faults are done
 * @param seed of all decisions
 * @param nodes how many
 * @param jobs how many are captured
 * @param server whether the nodes are servers
 * @param how way in which the engine is broken; null if it is not
 * @param older the built module of an older version that takes part; null if none does
 */
public record Options(
    int seconds, long seed, int nodes, int jobs, boolean server, Break how, Path older) {
  private static final int MOST_NODES = 10;

  /**
   * Reads.
   *
   * @throws IllegalArgumentException saying what was expected and what was found
   */
  public static Options of(String... args) {
    Options read =
        new Options(60, new SplittableRandom().nextLong(1L << 40), 3, 2_000, false, null, null);
    List<String> words = List.of(args);
    for (int i = 0; i < words.size(); i++) {
      String key = words.get(i);
      if (key.equals("--server")) {
        read = new Options(read.seconds, read.seed, read.nodes, read.jobs, true, read.how, read.older);
      } else if (i + 1 == words.size()) {
        throw new IllegalArgumentException("expected a value after " + key + ", found nothing");
      } else {
        i++;
        read = read.with(key, words.get(i));
      }
    }
    if (read.older != null && (read.server || read.how != null)) {
      throw new IllegalArgumentException(
          "expected --older alone, found it with --server or --break: nodes of the older version"
              + " run outside a server, and are not broken");
    }
    if (read.server && read.how != null) {
      throw new IllegalArgumentException(
          "expected either --server or --break, found both: engines outside a server are broken");
    }
    return read;
  }

  private Options with(String key, String value) {
    return switch (key) {
      case "--seconds" -> new Options(number(key, value, 86_400), seed, nodes, jobs, server, how, older);
      case "--seed" -> new Options(seconds, seed(value), nodes, jobs, server, how, older);
      case "--nodes" ->
          new Options(seconds, seed, number(key, value, MOST_NODES), jobs, server, how, older);
      case "--jobs" ->
          new Options(seconds, seed, nodes, number(key, value, 10_000_000), server, how, older);
      case "--break" -> new Options(seconds, seed, nodes, jobs, server, Break.of(value), older);
      case "--older" ->
          new Options(seconds, seed, nodes, jobs, server, how, Path.of(value).toAbsolutePath());
      default ->
          throw new IllegalArgumentException(
              "expected --seconds, --seed, --nodes, --jobs, --server, --break or --older, found '"
                  + key
                  + "'");
    };
  }

  private static int number(String key, String value, int most) {
    if (!value.matches("\\d{1,9}")
        || Integer.parseInt(value) < 1
        || Integer.parseInt(value) > most) {
      throw new IllegalArgumentException(
          "expected a whole number from 1 to "
              + most
              + " after "
              + key
              + ", found '"
              + value
              + "'");
    }
    return Integer.parseInt(value);
  }

  private static long seed(String value) {
    if (!value.matches("-?\\d{1,18}")) {
      throw new IllegalArgumentException("expected a number after --seed, found '" + value + "'");
    }
    return Long.parseLong(value);
  }
}
