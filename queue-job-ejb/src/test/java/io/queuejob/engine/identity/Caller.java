package io.queuejob.engine.identity;

import io.queuejob.api.IdentityScope;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.job.StoredJob;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.job.JdbcJobStore;
import io.queuejob.testkit.LocalTransactions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Somebody who makes keyed calls in a transaction, on a thread and a connection of their own. */
final class Caller implements AutoCloseable {
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final LocalTransactions transactions;
  private final JdbcJobStore store;
  private final int function;

  Caller(DatabaseLogin login, int function) {
    this.transactions = new LocalTransactions(login.dataSource());
    this.store = new JdbcJobStore(new JoinedDatabase(transactions.dataSource()));
    this.function = function;
  }

  /** Begins a transaction if there is none, and makes a call. */
  Future<StoredJob> calls(JobRequest request) {
    return thread.submit(
        () -> {
          begin();
          return store.store(request, function);
        });
  }

  StoredJob call(String key) throws Exception {
    return call(request(key, IdentityScope.QUEUED, null));
  }

  StoredJob call(JobRequest request) throws Exception {
    return calls(request).get();
  }

  private void begin() {
    if (!transactions.isActive()) {
      transactions.begin(Duration.ofMinutes(1));
    }
  }

  /** Runs a statement in the transaction and answers its first column. */
  String sql(String text) throws Exception {
    return here(
        () -> {
          begin();
          try (Connection connection = transactions.dataSource().getConnection();
              Statement statement = connection.createStatement()) {
            return statement.execute(text) && statement.getResultSet().next()
                ? statement.getResultSet().getString(1)
                : null;
          }
        });
  }

  void commit() throws Exception {
    here(
        () -> {
          transactions.commit();
          return null;
        });
  }

  void rollback() throws Exception {
    here(
        () -> {
          transactions.rollback();
          return null;
        });
  }

  private <T> T here(Callable<T> work) throws Exception {
    try {
      return thread.submit(work).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  static JobRequest request(String key, IdentityScope scope, Duration eta) {
    Instant now = Instant.now();
    return new JobRequest(
        UUID.randomUUID(),
        "shop.Mails.send(long)",
        ChannelPath.ROOT,
        new JobRequest.Schedule(10, now, eta == null ? null : now.plus(eta), 5, 0),
        "Mail",
        null,
        key == null ? null : new JobRequest.Identity(key, scope),
        new JobRequest.Payload("{\"v\":1,\"args\":[]}", null));
  }

  @Override
  public void close() throws Exception {
    rollback();
    thread.shutdown();
  }
}
