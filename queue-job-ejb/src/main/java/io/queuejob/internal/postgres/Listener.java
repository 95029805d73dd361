package io.queuejob.internal.postgres;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.port.Notifications;
import io.queuejob.internal.postgres.DedicatedConnections.Terms;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * The node's ear and proof of life: one session that holds the node's advisory lock and listens.
 * Reconnects at once, under the same lock key, when it is lost; its thread ends with {@link #stop}.
 */
public final class Listener implements Runnable {
  /** Name of the notification channel. */
  public static final String CHANNEL = "queue_job";

  private static final int WAIT_MILLIS = 500;
  private static final int STATEMENT_TIMEOUT_MILLIS = 5_000;
  private static final int MOST_STOP_MILLIS = 3_000;
  private static final int FIRST_RETRY_MILLIS = 50;
  private static final int MOST_RETRY_MILLIS = 1_000;

  private final DedicatedConnections connections;
  private final Notifications notifications;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final long lockKey;
  private boolean told;
  private volatile boolean abandoned;

  public Listener(DedicatedConnections connections, Notifications notifications, long lockKey) {
    this.connections = connections;
    this.notifications = notifications;
    this.lockKey = lockKey;
  }

  /** Listens until stopped. */
  @Override
  public void run() {
    try {
      listenUntilStopped();
    } finally {
      ended.countDown();
    }
  }

  private void listenUntilStopped() {
    int pause = FIRST_RETRY_MILLIS;
    while (!isStopped()) {
      try {
        listenOnce();
        pause = FIRST_RETRY_MILLIS;
      } catch (SQLException | RuntimeException e) {
        notifications.deaf();
        Log.LOG.log(
            told ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
            "QJ3201 the listener of data source {0} lost its connection, connecting again: {1}",
            connections.dataSource(),
            e.getMessage());
        told = true;
        pause = Math.min(MOST_RETRY_MILLIS, pause * 2);
      }
      awaitStop(pause);
    }
  }

  /** Ends the listening and waits for its end; the node's lock is free then. */
  public void stop() {
    stopped.countDown();
    try {
      if (!ended.await(MOST_STOP_MILLIS, TimeUnit.MILLISECONDS)) {
        Log.LOG.log(System.Logger.Level.WARNING, "QJ3206 the listener did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the listening; the session is cut off, for it is known to be lost. */
  public void abandon() {
    abandoned = true;
    stopped.countDown();
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  private void awaitStop(int millis) {
    try {
      stopped.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped.countDown();
    }
  }

  private void listenOnce() throws SQLException {
    Connection connection = connections.open(new Terms("listener", STATEMENT_TIMEOUT_MILLIS));
    boolean broken = true;
    try {
      if (!lock(connection)) {
        Log.LOG.log(System.Logger.Level.DEBUG, "the node's lock is still held by its lost session");
        broken = false;
        return;
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("LISTEN " + CHANNEL);
      }
      PGConnection postgres = connection.unwrap(PGConnection.class);
      told = false;
      notifications.listening(postgres.getBackendPID());
      while (!isStopped()) {
        PGNotification[] heard = postgres.getNotifications(WAIT_MILLIS);
        if (heard != null) {
          tell(heard);
        }
      }
      broken = abandoned;
    } finally {
      connections.giveBack(connection, broken);
    }
  }

  private boolean lock(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      statement.setLong(1, lockKey);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private void tell(PGNotification[] heard) {
    for (PGNotification one : heard) {
      for (String line : one.getParameter().split("\n")) {
        tell(line);
      }
    }
  }

  private void tell(String line) {
    String[] words = line.split(" ", 3);
    if (words.length == 3 && words[0].equals("work") && words[1].matches("\\d{1,9}")) {
      notifications.work(Integer.parseInt(words[1]), new ChannelPath(words[2]));
    } else {
      notifications.changed();
    }
  }
}
