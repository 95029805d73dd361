package io.queuejob.internal.storage.reach;

import io.queuejob.internal.storage.Database;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which of some jobs are in channels that somebody may see. */
public final class SightStore {
  /** Parameters: jobs' numbers, begins of channels. */
  static final String NUMBERS =
      "SELECT j.id FROM queue_job.job j WHERE j.id = ANY (?::bigint[]) AND "
          + Within.sql("j.channel");

  /** Parameters: jobs' uuids, begins of channels. */
  static final String UUIDS =
      "SELECT j.uuid FROM queue_job.job j WHERE j.uuid = ANY (?::uuid[]) AND "
          + Within.sql("j.channel");

  private final Database database;

  public SightStore(Database database) {
    this.database = database;
  }

  /** Those of some numbers. */
  public Set<Long> ofNumbers(List<Long> jobs, List<String> channels) {
    return new HashSet<>(
        database.run(
            "look at the channels of jobs",
            s -> s.rows(NUMBERS, row -> row.getLong(1), jobs, Within.tops(channels))));
  }

  /** Those of some uuids. */
  public Set<UUID> ofUuids(Collection<UUID> jobs, List<String> channels) {
    return jobs.isEmpty()
        ? Set.of()
        : new HashSet<>(
            database.run(
                "look at the channels of jobs",
                s ->
                    s.rows(
                        UUIDS,
                        row -> row.getObject(1, UUID.class),
                        jobs.toArray(UUID[]::new),
                        Within.tops(channels))));
  }
}
