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

  /** The statement's SQLSTATE; null if the driver gave none. */
  public String sqlState() {
    return sqlState;
  }
}
