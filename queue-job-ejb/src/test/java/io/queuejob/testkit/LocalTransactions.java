package io.queuejob.testkit;

import io.queuejob.internal.port.Transactions;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Transactions bound to threads, upon plain data sources; the ones it hands out join them. As a
 * server it refuses a second data source in one transaction, for none is XA.
 */
public final class LocalTransactions implements Transactions {
  private final DataSource pool;
  private final ThreadLocal<Active> active = new ThreadLocal<>();

  private static final class Active {
    DataSource joined;
    Connection connection;
    boolean rollbackOnly;
    final List<Consumer<Boolean>> afterEnd = new ArrayList<>();
  }

  public LocalTransactions(DataSource pool) {
    this.pool = pool;
  }

  /** A data source whose connections take part in the thread's transaction. */
  public DataSource dataSource() {
    return new Joined(pool);
  }

  /** One whose connections come from another pool. */
  public DataSource dataSource(DataSource other) {
    return new Joined(other);
  }

  @Override
  public void begin(Duration timeout) {
    if (active.get() != null) {
      throw new IllegalStateException("a transaction is active on this thread");
    }
    active.set(new Active());
  }

  @Override
  public void commit() throws Exception {
    Active mine = active.get();
    active.remove();
    if (mine.rollbackOnly) {
      end(mine, false);
      mine.afterEnd.forEach(action -> action.accept(false));
      throw new SQLException("marked for rollback");
    }
    end(mine, true);
    mine.afterEnd.forEach(action -> action.accept(true));
  }

  @Override
  public void rollback() {
    Active mine = active.get();
    active.remove();
    if (mine != null) {
      try {
        end(mine, false);
      } catch (SQLException e) {
        // The connection is lost, and its transaction with it.
      }
      mine.afterEnd.forEach(action -> action.accept(false));
    }
  }

  private static void end(Active mine, boolean commit) throws SQLException {
    if (mine.connection == null) {
      return;
    }
    try (Connection connection = mine.connection) {
      if (commit) {
        connection.commit();
      } else {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  @Override
  public boolean isActive() {
    return active.get() != null;
  }

  @Override
  public boolean isMarkedForRollback() {
    return active.get() != null && active.get().rollbackOnly;
  }

  @Override
  public void markForRollback() {
    active.get().rollbackOnly = true;
  }

  @Override
  public void afterEnd(Consumer<Boolean> action) {
    active.get().afterEnd.add(action);
  }

  @Override
  public <T> T inNew(Duration timeout, Work<T> work) throws Exception {
    Active outer = active.get();
    active.remove();
    try {
      begin(timeout);
      T result;
      try {
        result = work.run();
      } catch (Exception | Error e) {
        rollback();
        throw e;
      }
      commit();
      return result;
    } finally {
      if (outer != null) {
        active.set(outer);
      }
    }
  }

  private Connection connection(DataSource from) throws SQLException {
    Active mine = active.get();
    if (mine == null) {
      return from.getConnection();
    }
    if (mine.connection == null) {
      mine.connection = from.getConnection();
      mine.connection.setAutoCommit(false);
      mine.joined = from;
    } else if (mine.joined != from) {
      throw new SQLException("the transaction has a resource that is not XA: no other can join it");
    }
    return kept(mine.connection);
  }

  /** The transaction's connection, whose close does nothing. */
  private static Connection kept(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            LocalTransactions.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, args) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(connection, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private final class Joined implements DataSource {
    private final DataSource from;

    Joined(DataSource from) {
      this.from = from;
    }

    @Override
    public Connection getConnection() throws SQLException {
      return connection(from);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return connection(from);
    }

    @Override
    public PrintWriter getLogWriter() {
      return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      return from.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
      return from.isWrapperFor(type);
    }
  }
}
