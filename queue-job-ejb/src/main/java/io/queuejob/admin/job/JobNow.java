package io.queuejob.admin.job;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is true of a job at one moment beyond its row.
 *
 * @param at the moment, by the database's clock
 * @param reasons why it is where it is, what holds it up first; empty for done and cancelled jobs
 * @param progress how far its run came; null if it said nothing, or does not run
 * @param identity its identity key; null if it has none
 * @param graph the graph that it belongs to; null if none
 * @param origin what stored it: {@code engine}, or {@code sql} for rows of foreign SQL
 * @param parameterNames names of its method's parameters, in order; empty where this application
 *     does not have the method, or was compiled without them
 */
public record JobNow(
    Instant at,
    List<WaitReason> reasons,
    Progress progress,
    Identity identity,
    UUID graph,
    String origin,
    List<String> parameterNames) {
  public JobNow {
    reasons = List.copyOf(reasons);
    parameterNames = List.copyOf(parameterNames);
  }

  /**
   * How far a run came, as it said itself.
   *
   * @param done parts done; null if not said
   * @param of parts in all; null if not said
   * @param text in words; null if not said
   */
  public record Progress(Long done, Long of, String text) {}

  /**
   * What makes two jobs the same.
   *
   * @param key the key
   * @param scope {@code queued} or {@code queued_or_running}
   * @param blocks whether the job keeps others with the key from being stored
   * @param twin the other job that has the key now; null if none has
   */
  public record Identity(String key, String scope, boolean blocks, UUID twin) {}
}
