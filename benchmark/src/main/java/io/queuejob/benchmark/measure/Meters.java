package io.queuejob.benchmark.measure;

import io.queuejob.devdb.DatabaseLogin;
import java.sql.SQLException;

/** All that is read before and after a round. */
public final class Meters {
  private final PostgresCpu postgres;
  private final WalMeter wal;

  public Meters(DatabaseLogin login) throws SQLException {
    this.postgres = PostgresCpu.of(login);
    this.wal = new WalMeter(login);
  }

  /**
   * One reading, or the difference of two.
   *
   * @param jvmMicros CPU time of the process that runs the jobs
   * @param postgresMicros CPU time of PostgreSQL
   * @param walBytes write-ahead log
   */
  public record Reading(long jvmMicros, long postgresMicros, long walBytes) {

    public Reading since(Reading before) {
      return new Reading(
          jvmMicros - before.jvmMicros,
          postgresMicros - before.postgresMicros,
          walBytes - before.walBytes);
    }
  }

  /**
   * Reads all.
   *
   * @param pid the process that runs the jobs
   */
  public Reading read(long pid) throws SQLException {
    return new Reading(ProcStat.cpuMicros(pid), postgres.micros(), wal.bytes());
  }
}
