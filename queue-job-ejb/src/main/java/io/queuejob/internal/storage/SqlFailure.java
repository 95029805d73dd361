package io.queuejob.internal.storage;

import io.queuejob.api.error.StorageException;
import java.sql.SQLException;

/** A statement of the engine that the database refused, or whose connection was lost. */
public final class SqlFailure extends StorageException {
  private static final long serialVersionUID = 1L;
  private final String sqlState;

  SqlFailure(String what, SQLException cause) {
    super("QJ3001", what + " [" + cause.getSQLState() + "] " + cause.getMessage(), cause);
    this.sqlState = cause.getSQLState();
  }

  /**
   * Whether the database refused what was to be written, by a constraint, a trigger or damage: the
   * same will happen again, and other rows may be fine.
   */
  public boolean isOfTheRow() {
    return sqlState != null && sqlState.matches("(22|23|P0|XX|38|39|44).*");
  }

  /** The statement's SQLSTATE; null if the driver gave none. */
  public String sqlState() {
    return sqlState;
  }
}
