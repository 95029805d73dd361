package io.queuejob.schema.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.internal.config.SettingsReader;
import io.queuejob.internal.postgres.DedicatedConnections;
import io.queuejob.internal.postgres.DedicatedConnections.Terms;
import io.queuejob.schema.MigratedDatabase;
import io.queuejob.schema.SqlConstants;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The runner's session plans each statement once, maybe while the tables are empty, and uses that
 * plan when a million jobs wait.
 */
class EarlyPlansPgTest {
  private MigratedDatabase database;
  private DedicatedConnections connections;
  private Connection runner;

  @BeforeEach
  void open() throws SQLException {
    database = new MigratedDatabase();
    connections =
        new DedicatedConnections(
            database.login().dataSource(),
            SettingsReader.read(key -> null, "test", "node").database());
    runner = connections.open(new Terms("runner", 10_000, 0, true));
  }

  @AfterEach
  void close() {
    connections.giveBack(runner, false);
    database.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"CLAIM", "PEEK", "HOLD", "RELEASE", "FORGET_NOTES"})
  void upon_empty_tables_the_indexes_are_used(HotStatement statement) throws SQLException {
    assertThat(
            statement.faults(runner, "force_generic_plan", new HotStatement.Sample(1, "root", 1)))
        .isEmpty();
  }

  @Test
  void a_claim_is_planned_once() throws SQLException {
    try (Statement statement = runner.createStatement()) {
      statement.execute(
          "PREPARE claim AS " + SqlConstants.numbered(SqlConstants.all().get("ClaimStore.CLAIM")));
      for (int i = 0; i < 10; i++) {
        statement.execute("EXECUTE claim(1, '{1}', '{root}', '{10}', 7, 7, 1, '{}')");
      }
      try (ResultSet row =
          statement.executeQuery(
              "SELECT generic_plans, custom_plans FROM pg_prepared_statements"
                  + " WHERE name = 'claim'")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getInt("generic_plans")).isEqualTo(10);
        assertThat(row.getInt("custom_plans")).isZero();
      }
    }
  }
}
