package io.queuejob.admin.doctor;

import java.util.Locale;

/** What is looked at. */
public enum Check {
  /** Some node runs jobs. */
  RUNNER,
  /** Nodes of an application have one version. */
  VERSIONS,
  /** Heartbeats go on. */
  HEARTBEAT,
  /** Nodes go by the newest configuration. */
  CONFIGURATION,
  /** This server's clock is that of the database. */
  CLOCK,
  /** A node can end the sessions of one that is frozen. */
  EVICTION,
  /** Nothing is between the listeners and the database. */
  POOLER,
  /** Some node has each function whose jobs wait. */
  STRANDED,
  /** No jobs wait in channels that are paused. */
  HALTED,
  /** No failed job holds up a sequential channel. */
  BLOCKED,
  /** No transaction keeps jobs from being run for long. */
  HELD,
  /** No old snapshot keeps dead rows. */
  SNAPSHOTS,
  /** Autovacuum is on. */
  AUTOVACUUM,
  /** Tables hold few dead rows. */
  BLOAT,
  /** Indexes are as the migrations make them. */
  INDEXES,
  /** There is room for connections. */
  CONNECTIONS,
  /** A commit survives a crash of the server. */
  DURABILITY,
  /** The engine had to mend nothing. */
  DEFECTS,
  /** Jobs with identity keys have them. */
  KEYS,
  /** Dependents of done jobs were released. */
  RELEASES,
  /** Retention removes what is over. */
  RETENTION,
  /** Failure messages go out. */
  NOTICES;

  /** Its name in addresses, answers and texts. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
