package io.queuejob.internal.boot.persistence;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.entity.JobQueries;
import io.queuejob.internal.storage.health.StateCounts;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** The engine's persistence unit upon a migrated database. */
final class EntitiesAndRows implements AutoCloseable {

  private final DatabaseLogin login = TestDatabase.freshDatabase();
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

  StateCounts counts() {
    return new StateCounts(new JoinedDatabase(login.dataSource()));
  }

  JobQueries queries() {
    return new JobQueries(entities.factory());
  }

  @Override
  public void close() {
    entities.close();
    TestDatabase.drop(login);
  }
}
