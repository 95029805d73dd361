package io.queuejob.internal.config;

import io.queuejob.internal.job.FunctionSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * All settings of one engine, checked.
 *
 * @param identity who the node is
 * @param database where its rows are
 * @param channels the channel string that this node was told; empty if it was told none
 * @param runner how jobs are run
 * @param maxPayloadBytes largest payload of one job, in UTF-8 bytes
 * @param around what happens before and after jobs run
 * @param functions what is set of a function, by its registered name; what people set wins over it
 */
public record Settings(
    Identity identity,
    Database database,
    Optional<String> channels,
    Runner runner,
    int maxPayloadBytes,
    Around around,
    Function<String, FunctionSettings> functions) {

  /**
   * The same for a further data source of the deployment: its node is named after it. What leads to
   * the deployment's own database, the direct URL and the admin's address, does not count there.
   *
   * @param name JNDI name
   */
  public Settings at(String name) {
    return new Settings(
        new Identity(identity.application(), identity.nodeName() + " " + name, identity.version()),
        new Database(
            name,
            database.others(),
            database.migrate(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        channels,
        runner,
        maxPayloadBytes,
        around.withoutAddress(),
        functions);
  }

  /**
   * Who the node is.
   *
   * @param application key of the application; its jobs run on nodes with the same key
   * @param nodeName name shown to people; may come again
   * @param version of the application, for people; empty if nobody knows
   */
  public record Identity(String application, String nodeName, Optional<String> version) {}

  /**
   * Where the rows are.
   *
   * @param dataSource JNDI name
   * @param others further data sources of the deployment
   * @param migrate what to do about the schema at start
   * @param directUrl JDBC URL for the two dedicated connections, where a pooler is in the way;
   *     empty to borrow them from the data source
   * @param directUser user of that URL
   * @param directPassword password of that URL
   */
  public record Database(
      String dataSource,
      Others others,
      Migrate migrate,
      Optional<String> directUrl,
      Optional<String> directUser,
      Optional<String> directPassword) {}

  /**
   * Further data sources of the deployment.
   *
   * @param names names, and patterns of names that are looked for
   * @param interval time between two looks
   */
  public record Others(List<NamePattern> names, Duration interval) {
    public Others {
      names = List.copyOf(names);
    }
  }

  /** What to do about the schema at start. */
  public enum Migrate {
    /** Bring it to this version. */
    AUTO,
    /** Refuse to start unless it is at this version. */
    CHECK,
    /** Do not look. */
    OFF
  }

  /**
   * How jobs are run.
   *
   * @param enabled whether this deployment runs jobs; off for a console
   * @param maxRunning most jobs that run at once on this node, whatever the channels allow
   * @param pulse time between two pulses of an idle node
   * @param grace how long a node's lock must be seen free before it is recovered
   * @param eviction how long a node's heartbeat must stand still before its sessions are ended
   * @param transactionTimeout of jobs whose function names none
   * @param shutdownTimeout how long a stop waits for running jobs
   * @param testJobs whether this node runs test jobs, too
   */
  public record Runner(
      boolean enabled,
      int maxRunning,
      Duration pulse,
      Duration grace,
      Duration eviction,
      Duration transactionTimeout,
      Duration shutdownTimeout,
      boolean testJobs) {}

  /**
   * What happens before and after jobs run.
   *
   * @param inline whether delayed calls run at once, in the caller's transaction, and store nothing
   * @param retentionInterval time between two runs that remove jobs after their retention
   * @param retentionFailedDays days after which failed jobs are removed, too; empty to keep them
   * @param relatedLinks template of a link to an entity, by the name of its type, simple or full
   * @param notices who is told of failed jobs
   * @param reaches where people of the admin may act
   */
  public record Around(
      boolean inline,
      Duration retentionInterval,
      OptionalInt retentionFailedDays,
      Function<String, Optional<String>> relatedLinks,
      NoticeSettings notices,
      ReachSettings reaches) {

    private Around withoutAddress() {
      return new Around(
          inline,
          retentionInterval,
          retentionFailedDays,
          relatedLinks,
          notices.withoutAddress(),
          reaches);
    }
  }
}
