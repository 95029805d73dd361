package io.queuejob.internal.storage.function;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A function with all that is said of it.
 *
 * @param id its number
 * @param application key of the application that has it
 * @param name registered name
 * @param said texts by the name of an option, of each source
 * @param changed when people changed it last; null if what they set was taken back
 * @param changedBy who did; null if {@code changed} is
 * @param nodes live nodes that can run it
 * @param waiting jobs that wait to be claimed, counted up to a limit
 */
public record StoredFunction(
    int id,
    String application,
    String name,
    Said said,
    Instant changed,
    String changedBy,
    List<String> nodes,
    long waiting) {
  /**
   * What each source says, the strongest first.
   *
   * @param people what was set in the database
   * @param server what properties, environment and modules' files say
   * @param declared what the code says
   */
  public record Said(
      Map<String, String> people, Map<String, String> server, Map<String, String> declared) {}
}
