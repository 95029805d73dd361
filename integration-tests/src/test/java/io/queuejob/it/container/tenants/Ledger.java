package io.queuejob.it.container.tenants;

import io.queuejob.api.Delayed;
import io.queuejob.api.JobContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Writes rows into the database of the job. */
@ApplicationScoped
public class Ledger {
  @Inject private JobContext job;
  @Inject private Ledger self;

  /** Leaves a row in the database of a name, in the transaction of the caller. */
  @SuppressWarnings("BanJNDI") // names come from the test
  void writeTo(String dataSource, String text) throws NamingException, SQLException {
    DataSource found = InitialContext.doLookup(dataSource);
    try (Connection connection = found.getConnection();
        PreparedStatement row = connection.prepareStatement("INSERT INTO ledger VALUES (?)")) {
      row.setString(1, text);
      row.executeUpdate();
    }
  }

  /** Leaves a row. */
  @Delayed
  public void write(String text) throws NamingException, SQLException {
    writeTo(job.dataSource(), text);
  }

  /** Leaves a row, and one of a job of its own. */
  @Delayed
  public void writeAndDelay(String text) throws NamingException, SQLException {
    writeTo(job.dataSource(), text);
    self.write(text + "'s child");
  }
}
