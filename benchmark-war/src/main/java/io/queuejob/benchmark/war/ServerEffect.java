package io.queuejob.benchmark.war;

import io.queuejob.api.Delayed;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The work of the jobs inside a server. */
@Stateless
public class ServerEffect {
  static final String WRITE = "INSERT INTO ledger (name) VALUES (?)";

  @Resource(lookup = "jdbc/queue")
  private DataSource dataSource;

  /** Leaves one row. */
  @Delayed
  public void write(String name) throws SQLException {
    leave(name);
  }

  /** Leaves one row, in a transaction that it shares with up to 49 others. */
  @Delayed(sharedTransaction = 50)
  public void writeShared(String name) throws SQLException {
    leave(name);
  }

  private void leave(String name) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement write = connection.prepareStatement(WRITE)) {
      write.setString(1, name);
      write.executeUpdate();
    }
  }
}
