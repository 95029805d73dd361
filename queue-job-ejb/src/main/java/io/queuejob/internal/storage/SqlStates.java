package io.queuejob.internal.storage;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What SQLSTATEs mean to the engine. */
public final class SqlStates {
  /** Errors of pools name no state. */
  private static final Set<String> TRANSIENT_NAMES =
      Set.of(
          "com.sun.appserv.connectors.internal.api.PoolingException",
          "jakarta.resource.spi.ResourceAllocationException",
          "jakarta.persistence.OptimisticLockException",
          "jakarta.persistence.PessimisticLockException",
          "jakarta.persistence.LockTimeoutException");

  private static final String CANCELLED = "57014";

  private SqlStates() {}

  /**
   * Whether an error is a passing one of the database: serialization failure, deadlock, lock not
   * available, a session ended by an administrator or a restart, a lost connection, a pool or
   * server that is out of connections, a server that is read-only for a while, an optimistic lock
   * (S-RE-08), a statement of the engine's own that a lock elsewhere held up for too long.
   */
  public static boolean isTransient(Throwable error) {
    return Causes.any(
        error,
        at ->
            at instanceof SQLTransientConnectionException
                || (at instanceof SqlFailure own && CANCELLED.equals(own.sqlState()))
                || (at instanceof SQLException sql && isTransientState(sql.getSQLState()))
                || TRANSIENT_NAMES.contains(at.getClass().getName()));
  }

  /** Whether the database refused what was to be written, and will do so again. */
  public static boolean isRefused(Throwable error) {
    return Causes.any(
        error,
        at ->
            at instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().matches("(22|23|42).*"));
  }

  private static boolean isTransientState(String state) {
    return state != null
        && (state.startsWith("40")
            || state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57P")
            || state.equals("25006")
            || state.equals("55P03"));
  }

  /** Whether the session that raised it is lost; pools wrap what the driver said. */
  static boolean isConnectionLost(Throwable error) {
    return Causes.any(
        error, at -> at instanceof SQLException sql && isLostState(sql.getSQLState()));
  }

  private static boolean isLostState(String state) {
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }
}
