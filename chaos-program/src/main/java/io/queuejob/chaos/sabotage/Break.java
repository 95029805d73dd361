package io.queuejob.chaos.sabotage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A named way of breaking the engine. Each changes the text of statements, not their parameters.
 */
public enum Break {
  /** A completion no longer asks whether the claim still holds. */
  COMPLETION_WITHOUT_TOKEN(
      new Rewrite(
          "SET state = 'done', token = NULL",
          "AND token = ? AND state = 'enqueued'",
          "AND (token = ? OR true)")),
  /** Slots that are given back are freed twice. */
  SLOT_FREED_TWICE(
      new Rewrite(
          "UPDATE queue_job.channel SET held = held - ",
          "held = held - ?",
          "held = held - least(held, 2 * ?)")),
  /** A claim no longer asks whether its node is still a member, nor stops others from ending it. */
  CLAIM_WITHOUT_FENCE(
      new Rewrite(
          "WITH me AS MATERIALIZED",
          "WHERE id = ? AND state = 'alive' FOR KEY SHARE",
          "WHERE id = ?")),
  /** A node is taken for dead because its heartbeat is old, though its session lives. */
  RECOVERY_BY_AGE(
      new Rewrite(
          "UPDATE queue_job.node SET heartbeat = clock_timestamp(), configuration_seen",
          "NOT EXISTS (SELECT FROM locked l WHERE l.key = n.lock_key)) AS unlocked",
          "n.heartbeat < clock_timestamp() - interval '1 s') AS unlocked"));

  private final Rewrite rewrite;

  Break(Rewrite rewrite) {
    this.rewrite = rewrite;
  }

  /**
   * One change of a statement's text.
   *
   * @param mark by which the statement is recognised
   * @param text what must be in it
   * @param other what takes its place
   */
  record Rewrite(String mark, String text, String other) {}

  /** The name as the command line has it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All names, for messages. */
  public static String words() {
    return Arrays.stream(values()).map(Break::word).collect(Collectors.joining(", "));
  }

  /** The one of that name. */
  public static Break of(String word) {
    return Arrays.stream(values())
        .filter(one -> one.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected one of " + words() + " after --break, found '" + word + "'"));
  }

  /** URL through the driver that breaks. */
  public String url(String postgresUrl) {
    return ChaosDriver.PREFIX + word() + ":" + postgresUrl;
  }

  /**
   * The statement's text, broken if it is the one that is meant.
   *
   * @throws IllegalStateException if the statement is the one but does not have the text
   */
  String broken(String sql) {
    if (!sql.contains(rewrite.mark())) {
      return sql;
    }
    List<String> parts = List.of(split(sql));
    if (parts.size() != 2) {
      throw new IllegalStateException(
          "break %s: expected the text \"%s\" once in the statement marked \"%s\", found it %d times in: %s"
              .formatted(word(), rewrite.text(), rewrite.mark(), parts.size() - 1, sql));
    }
    return parts.get(0) + rewrite.other() + parts.get(1);
  }

  private String[] split(String sql) {
    return sql.split(java.util.regex.Pattern.quote(rewrite.text()), -1);
  }
}
