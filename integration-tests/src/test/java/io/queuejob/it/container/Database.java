package io.queuejob.it.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks at rows as another session sees them: outside any transaction. */
@ApplicationScoped
public class Database {
  @Resource(lookup = "jdbc/queue")
  private DataSource dataSource;

  /** The first column of the only row; null if there is none. */
  public String text(String query, Object... parameters) {
    List<String> all = texts(query, parameters);
    if (all.size() > 1) {
      throw new IllegalStateException("expected one row, found " + all + " of " + query);
    }
    return all.isEmpty() ? null : all.get(0);
  }

  /** The first column of each row. */
  public List<String> texts(String query, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }
}
