package io.queuejob.chaos.work;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Inside a server: what must survive the rollback of a job. */
@Stateless
public class FirstTimes {
  @Resource(lookup = ServerWork.DATA_SOURCE)
  private DataSource dataSource;

  /** Whether this job asks for the first time. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean isFirst(long number) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return Ledger.isFirstTime(connection, number);
    }
  }
}
