package io.queuejob.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.config.SettingsReader;
import io.queuejob.internal.postgres.DedicatedConnections;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which session a new one ends: the one that was lost, and no other. */
class SuccessionPgTest {
  private static final String SELF = "SELECT pg_backend_pid() AS pid";
  private static final String LIVES = "SELECT FROM pg_stat_activity WHERE pid = ?";

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final HikariDataSource pool = pool(login);
  private final DedicatedConnections connections =
      new DedicatedConnections(pool, SettingsReader.read(key -> null, "test", "node").database());

  private static HikariDataSource pool(DatabaseLogin login) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(login.dataSource());
    config.setMaximumPoolSize(2);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  private Session session(String purpose, boolean losing) {
    return new Session(
        new Succession(
            new Session.Source() {
              @Override
              public Connection open() throws SQLException {
                return connections.open(new DedicatedConnections.Terms(purpose, 5_000));
              }

              @Override
              public void giveBack(Connection connection, boolean broken) {
                if (!losing) {
                  connections.giveBack(connection, broken);
                }
              }
            }));
  }

  private static int backend(Session session) {
    return session
        .run("ask", statements -> statements.first(SELF, row -> row.getInt("pid")))
        .orElseThrow();
  }

  @AfterEach
  void drop() {
    pool.close();
    TestDatabase.drop(login);
  }

  @Test
  void a_session_that_was_given_back_is_not_ended_when_the_pool_has_lent_it_to_another() {
    try (Session chores = session("chores", false);
        Session runner = session("runner", false)) {
      int first = backend(chores);
      chores.close();
      assertThat(backend(runner)).as("what the pool lends next").isEqualTo(first);
      assertThat(backend(chores)).isNotEqualTo(first);
      assertThat(backend(runner)).as("still there").isEqualTo(first);
    }
  }

  @Test
  void a_session_that_was_lost_is_ended_before_the_next_one_is_used() {
    try (Session runner = session("runner", true)) {
      int lost = backend(runner);
      assertThatThrownBy(
              () ->
                  runner.run(
                      "ask",
                      statements -> {
                        throw new SQLException("cut", "08006");
                      }))
          .isInstanceOf(SqlFailure.class);
      assertThat(backend(runner)).isNotEqualTo(lost);
      assertThat(runner.<Boolean>run("look", s -> s.rows(LIVES, row -> true, lost).isEmpty()))
          .isTrue();
    }
  }
}
