package io.queuejob.internal.boot;

import io.queuejob.api.error.ConfigurationException;
import io.queuejob.api.error.StorageException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Looks what is behind the data source before anything else is asked of it. */
final class SupportedDatabase {
  static final int OLDEST = 14;

  private SupportedDatabase() {}

  /**
   * Returns if the engine can work there.
   *
   * @param name JNDI name of the data source, for messages
   * @throws ConfigurationException if it is another product, or too old
   * @throws StorageException if it gives no connection
   */
  static void check(DataSource dataSource, String name) {
    try (Connection connection = dataSource.getConnection()) {
      DatabaseMetaData found = connection.getMetaData();
      if (!found.getDatabaseProductName().equals("PostgreSQL")
          || found.getDatabaseMajorVersion() < OLDEST) {
        throw new ConfigurationException(
            "QJ6008",
            "expected PostgreSQL "
                + OLDEST
                + " or newer at "
                + name
                + ", found "
                + found.getDatabaseProductName()
                + " "
                + found.getDatabaseProductVersion()
                + "; set queue-job.datasource (QUEUE_JOB_DATASOURCE) to the JTA data source of"
                + " your PostgreSQL");
      }
    } catch (SQLException e) {
      throw new StorageException(
          "QJ6009",
          "expected a connection from data source "
              + name
              + ", found none: "
              + e.getMessage()
              + "; see that the database runs and lets the data source's user in",
          e);
    }
  }
}
