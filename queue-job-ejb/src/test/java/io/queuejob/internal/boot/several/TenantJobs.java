package io.queuejob.internal.boot.several;

import io.queuejob.api.JobContext;
import io.queuejob.api.JobQueue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** Jobs whose effects are rows in the database of the job. */
public class TenantJobs {
  static final String LEDGER = "CREATE TABLE ledger (name text, data_source text, node text)";

  JobQueue jobs;
  JobContext context;
  Function<String, DataSource> dataSources;

  /** Leaves a row that tells where the job says that it is. */
  public void write(String name) throws SQLException {
    String here = context.dataSource();
    try (Connection connection = dataSources.apply(here).getConnection();
        PreparedStatement row =
            connection.prepareStatement("INSERT INTO ledger VALUES (?, ?, ?)")) {
      row.setString(1, name);
      row.setString(2, here);
      row.setString(3, context.node());
      row.executeUpdate();
    }
  }

  /** Leaves a row, delays a call, and has another delayed after the commit. */
  public void writeAndDelay(String name) throws SQLException {
    write(name);
    jobs.withDelay(TenantJobs.class).call(t -> t.write(name + "'s child"));
    context.afterCommit(
        () -> jobs.withDelay(TenantJobs.class).call(t -> t.write(name + "'s follower")));
  }
}
