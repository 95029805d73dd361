package io.queuejob.benchmark.rival;

import io.queuejob.benchmark.run.Ledger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** The work of a rival's jobs: one row in the ledger, in a transaction of its own. */
public final class Effect {

  private final DataSource pool;
  private volatile LongConsumer started = nanos -> {};

  Effect(DataSource pool) {
    this.pool = pool;
  }

  /** Is told when a job starts, by the monotonic clock. */
  void whenStarted(LongConsumer listener) {
    started = listener;
  }

  void write(String name) throws SQLException {
    started.accept(System.nanoTime());
    try (Connection connection = pool.getConnection();
        PreparedStatement write = connection.prepareStatement(Ledger.WRITE)) {
      write.setString(1, name);
      write.executeUpdate();
    }
  }
}
