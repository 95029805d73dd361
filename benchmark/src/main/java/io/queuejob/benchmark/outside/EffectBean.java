package io.queuejob.benchmark.outside;

import io.queuejob.api.Delayed;
import io.queuejob.benchmark.run.Ledger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** The work of the jobs outside a server. */
public class EffectBean {

  /** Registered name of {@link #write}. */
  public static final String WRITE = EffectBean.class.getName() + ".write(String)";

  /** Registered name of {@link #writeShared}. */
  public static final String WRITE_SHARED = EffectBean.class.getName() + ".writeShared(String)";

  /** Registered name of {@link #nap}. */
  public static final String NAP = EffectBean.class.getName() + ".nap(String)";

  /** Registered name of {@link #hold}. */
  public static final String HOLD = EffectBean.class.getName() + ".hold(String)";

  private static final int NAP_MILLIS = 20;

  private final CountDownLatch released = new CountDownLatch(1);
  private volatile DataSource dataSource;
  private volatile LongConsumer started = nanos -> {};
  private volatile Arrival arrived = (due, began) -> {};

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

  /** Who hears when a call was due and when its job started. */
  public void whenArrived(Arrival listener) {
    arrived = listener;
  }

  /** Leaves one row and tells that it has started. */
  public void arrive(String name, long due) throws SQLException {
    arrived.started(due, System.nanoTime());
    write(name);
  }

  /** Takes its time without using the processor, and leaves one row. */
  public void nap(String name) throws SQLException, InterruptedException {
    Thread.sleep(NAP_MILLIS);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement write = connection.prepareStatement(Ledger.WRITE_LONG)) {
      write.setString(1, name);
      write.setInt(2, NAP_MILLIS);
      write.executeUpdate();
    }
  }

  /** Tells that it has started, and stays until it is released. */
  public void hold(String name) throws InterruptedException {
    started.accept(System.nanoTime());
    released.await();
  }

  /** Lets all that is held go. */
  public void release() {
    released.countDown();
  }
}
