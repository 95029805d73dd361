package io.queuejob.engine.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.error.ConfigurationException;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import io.queuejob.testkit.PoolerBetween;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoolerPgTest {
  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final URI server = URI.create(login.url().substring("jdbc:".length()));

  @AfterEach
  void drop() {
    TestDatabase.drop(login);
  }

  private DatabaseLogin through(PoolerBetween pooler) {
    return new DatabaseLogin(
        "jdbc:postgresql://127.0.0.1:" + pooler.port() + server.getPath() + "?sslmode=disable",
        login.user(),
        login.password());
  }

  @Test
  void a_node_behind_a_pooler_is_refused_with_the_cure() throws Exception {
    try (PoolerBetween pooler = new PoolerBetween(server.getPort())) {
      DatabaseLogin pooled = through(pooler);
      assertThatThrownBy(() -> EngineHarness.start(pooled, Map.of(), new LedgerBean()).close())
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith("QJ3207 ")
          .hasMessageContaining("queue-job.direct-url");
    }
  }

  @Test
  void with_a_direct_way_the_application_may_use_the_pooler() throws Exception {
    try (PoolerBetween pooler = new PoolerBetween(server.getPort());
        EngineHarness node =
            EngineHarness.start(
                through(pooler),
                Map.of(
                    "queue-job.direct-url", login.url(),
                    "queue-job.direct-user", login.user(),
                    "queue-job.direct-password", login.password()),
                new LedgerBean())) {
      assertThat(node.engine().nodeLabel()).isPresent();
    }
  }
}
