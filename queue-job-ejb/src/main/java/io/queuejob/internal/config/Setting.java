package io.queuejob.internal.config;

import java.util.Locale;

/** Every key of the configuration, with its default and what it means. */
public enum Setting {
  DATASOURCE(
      "datasource",
      "java:comp/DefaultDataSource",
      "JNDI name of the JTA data source that holds the jobs and the application's own data"),
  DATASOURCES(
      "datasources",
      null,
      "JNDI names of further JTA data sources whose jobs this deployment runs, separated by commas;"
          + " one * behind the last / stands for all that the JNDI context lists, as in"
          + " jdbc/tenant-*. Default: none"),
  DATASOURCES_INTERVAL(
      "datasources-interval", "5s", "time between two looks for further data sources, 1s to 1h"),
  APPLICATION(
      "application",
      null,
      "key of the application; its jobs run on nodes with the same key. Default: the application's"
          + " name without its version"),
  APPLICATION_VERSION(
      "application-version",
      null,
      "version of the application, shown to people where it was deployed, at most 100 characters."
          + " Default: that of the archive's manifest or name, if it has one"),
  NODE_NAME(
      "node-name", null, "name of the node, shown to people. Default: host name and application"),
  CHANNELS(
      "channels", null, "channel string; a node that is told none changes none. Default: root:1"),
  RUNNER("runner", "on", "on, or off for a deployment that only stores or administers jobs"),
  MAX_RUNNING("max-running", "64", "most jobs that run at once on this node, 1 to 1000"),
  MIGRATE("migrate", "auto", "auto, check or off: what to do about the schema at start"),
  PULSE("pulse", "1050ms", "time between two pulses of a node, 200ms to 2s"),
  GRACE("grace", "3s", "how long a node's lock must be seen free before others recover its jobs"),
  EVICTION(
      "eviction",
      "60s",
      "how long a node's heartbeat must stand still while its session lives before others end its"
          + " sessions and recover its jobs"),
  TRANSACTION_TIMEOUT(
      "transaction-timeout", "1h", "timeout of a job's transaction where its function names none"),
  SHUTDOWN_TIMEOUT(
      "shutdown-timeout",
      "30s",
      "how long a stop waits for running jobs before it interrupts them"),
  MAX_PAYLOAD("max-payload", "1048576", "largest payload of one job, in bytes"),
  INLINE(
      "inline",
      "off",
      "on, or off; on runs each delayed call at once in its caller's transaction and stores nothing:"
          + " for tests"),
  TEST_JOBS(
      "test-jobs",
      "off",
      "on, or off; on lets this node run test jobs, which administrators make over REST to see"
          + " whether jobs run"),
  RETENTION_INTERVAL(
      "retention-interval", "24h", "time between two runs that remove jobs after their retention"),
  RETENTION_FAILED_DAYS(
      "retention-failed-days",
      null,
      "days after which failed jobs are removed, too. Default: they are kept until a person acts"),
  NOTIFY(
      "notify",
      null,
      "who is told of failed jobs: mailto:NAME@HOST and https://… addresses, separated by blanks, or"
          + " none for those only that further keys name. Default: nobody"),
  NOTIFY_PERIOD(
      "notify-period", "1h", "least time between two messages about the same kind of failure"),
  NOTIFY_LIMIT("notify-limit", "60", "most messages to one recipient in an hour"),
  NOTIFY_MAIL_SESSION(
      "notify-mail-session",
      null,
      "JNDI name of the server's mail session, for mailto: recipients"),
  NOTIFY_MAIL_FROM("notify-mail-from", null, "sender of mails. Default: that of the session"),
  NOTIFY_SECRET(
      "notify-secret", null, "signs calls of web addresses (HMAC-SHA256). Default: not signed"),
  ADMIN_ADDRESS(
      "admin-address",
      null,
      "where the admin's pages are, for links in messages, such as"
          + " https://ops.example.com/queue-job/queue-job/. Default: no links"),
  OPERATOR_CHANNELS(
      "operator-channels",
      null,
      "where operators of the admin may act: GROUP:CHANNEL joined by commas, by group or role, each"
          + " channel with all below it, as in mail-team:root.mail; none for nowhere. Default:"
          + " everywhere"),
  ADMIN_CHANNELS(
      "admin-channels", null, "the same for administrators of the admin. Default: everywhere"),
  VIEWER_CHANNELS(
      "viewer-channels",
      null,
      "what people of the admin may see, beside the channels in which they may act; written the"
          + " same way. Default: everything"),
  DIRECT_URL(
      "direct-url",
      null,
      "JDBC URL for the engine's own connections where a pooler is in the way. Default: they are"
          + " borrowed from the data source"),
  DIRECT_USER("direct-user", null, "user of that URL"),
  DIRECT_PASSWORD("direct-password", null, "password of that URL");

  /** Begin of every key. */
  public static final String PREFIX = "queue-job.";

  private final String name;
  private final String defaultValue;
  private final String meaning;

  Setting(String name, String defaultValue, String meaning) {
    this.name = name;
    this.defaultValue = defaultValue;
    this.meaning = meaning;
  }

  /** The full key, such as {@code queue-job.channels}. */
  public String key() {
    return PREFIX + name;
  }

  /** The key's form in the environment, such as {@code QUEUE_JOB_CHANNELS}. */
  public String environmentKey() {
    return key().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The value if none is set; null if there is no fixed one. */
  public String defaultValue() {
    return defaultValue;
  }

  /** What it means, for the documentation. */
  public String meaning() {
    return meaning;
  }
}
