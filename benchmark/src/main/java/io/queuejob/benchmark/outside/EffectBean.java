package io.queuejob.benchmark.outside;

import io.queuejob.api.Delayed;
import io.queuejob.benchmark.run.Ledger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** The work of the jobs outside a server. */
public class EffectBean {

  /** Registered name of {@link #write}. */
  public static final String WRITE = EffectBean.class.getName() + ".write(String)";

  /** Registered name of {@link #writeShared}. */
  public static final String WRITE_SHARED = EffectBean.class.getName() + ".writeShared(String)";

  private volatile DataSource dataSource;
  private volatile LongConsumer started = nanos -> {};

  public void openedBy(DataSource joined) {
    dataSource = joined;
  }

  public void whenStarted(LongConsumer listener) {
    started = listener;
  }

  /** Leaves one row. */
  public void write(String name) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement write = connection.prepareStatement(Ledger.WRITE)) {
      write.setString(1, name);
      write.executeUpdate();
    }
  }

  /** Leaves one row, in a transaction that it shares with up to 49 others. */
  @Delayed(sharedTransaction = 50)
  public void writeShared(String name) throws SQLException {
    write(name);
  }

  /** Tells that it has started, by the monotonic clock, and does nothing else. */
  public void tell() {
    started.accept(System.nanoTime());
  }
}
