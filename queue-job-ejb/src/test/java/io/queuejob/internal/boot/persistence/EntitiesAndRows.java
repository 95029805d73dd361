package io.queuejob.internal.boot.persistence;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.port.TransactionScope;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.internal.storage.entity.JobQueries;
import io.queuejob.internal.storage.entity.JpaJobStore;
import io.queuejob.testkit.Rows;
import jakarta.persistence.EntityManager;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The engine's persistence unit upon a migrated database, with transactions of its own. */
final class EntitiesAndRows implements AutoCloseable {

  static final Instant CREATED = Instant.parse("2026-03-01T12:00:00.123456Z");

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  final Rows rows = new Rows(login);
  private final EngineEntities entities;

  EntitiesAndRows() throws SQLException {
    execute(Migrations.script());
    this.entities =
        EngineEntities.open(
            "test " + UUID.randomUUID(),
            login.dataSource(),
            PersistenceUnitTransactionType.RESOURCE_LOCAL);
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = login.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  JobQueries queries() {
    return new JobQueries(entities.factory());
  }

  /** Stores in one transaction, which commits. */
  void committed(Consumer<JpaJobStore> work) {
    inTransaction(work, true);
  }

  /** Stores in one transaction, which is rolled back. */
  void rolledBack(Consumer<JpaJobStore> work) {
    inTransaction(work, false);
  }

  private void inTransaction(Consumer<JpaJobStore> work, boolean commit) {
    Current current = new Current();
    work.accept(new JpaJobStore(() -> current.manager, current));
    current.end(commit);
  }

  /** One entity manager for the transaction, and its end, as a server's scope keeps them. */
  private final class Current implements TransactionScope {
    private final EntityManager manager = entities.factory().createEntityManager();
    private Object kept;
    private Runnable beforeCommit = () -> {};
    private Runnable atEnd = () -> {};

    Current() {
      manager.getTransaction().begin();
    }

    @Override
    @SuppressWarnings("unchecked") // one key, one type
    public <T> T get(Object key, Supplier<T> make, Life<T> life) {
      if (kept == null) {
        T made = make.get();
        beforeCommit = () -> life.beforeCommit(made);
        atEnd = () -> life.end(made);
        kept = made;
      }
      return (T) kept;
    }

    void end(boolean commit) {
      try {
        if (commit) {
          beforeCommit.run();
          manager.getTransaction().commit();
        } else {
          manager.getTransaction().rollback();
        }
      } finally {
        atEnd.run();
      }
    }
  }

  static JobRequest request(String description, Instant eta) {
    return new JobRequest(
        UUID.randomUUID(),
        "shop.Mails.send(long)",
        ChannelPath.of("mail.fast"),
        new JobRequest.Schedule(3, CREATED, eta, 4, 60),
        description,
        "ann",
        new JobRequest.Payload("{\"v\":1,\"args\":[7]}", null));
  }

  @Override
  public void close() {
    entities.close();
    TestDatabase.drop(login);
  }
}
