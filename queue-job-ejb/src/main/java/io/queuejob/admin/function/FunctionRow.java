package io.queuejob.admin.function;

import java.time.Instant;
import java.util.List;

/**
 * A function: a business method of a bean under its registered name.
 *
 * @param id its number
 * @param application key of the application that has it
 * @param name registered name
 * @param options each with what is said of it and what counts, in a fixed order
 * @param changed when people changed it last; null if they set nothing
 * @param changedBy who did; null if {@code changed} is
 * @param nodes live nodes that can run it
 * @param waiting jobs that wait to be claimed, cut at {@link #MOST_COUNTED}
 * @param failed jobs that have failed, cut at {@link #MOST_COUNTED} for all functions together
 */
public record FunctionRow(
    int id,
    String application,
    String name,
    List<OptionInForce> options,
    Instant changed,
    String changedBy,
    List<String> nodes,
    long waiting,
    long failed) {
  /** Greater numbers of jobs are cut here. */
  public static final int MOST_COUNTED = 10_000;

  public FunctionRow {
    options = List.copyOf(options);
    nodes = List.copyOf(nodes);
  }

  /** The option of a key. */
  public OptionInForce option(String key) {
    return options.stream().filter(o -> o.key().equals(key)).findFirst().orElseThrow();
  }
}
