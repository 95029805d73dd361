package io.queuejob.devdb.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.DevDatabase;
import io.queuejob.devdb.DevDatabase.StopMode;
import io.queuejob.devdb.FreePort;
import io.queuejob.devdb.command.DatabaseCommand.Options;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseCommandPgTest {

  @TempDir private Path folder;

  @Test
  void options_have_defaults_and_are_checked() {
    assertThat(Options.of()).isEqualTo(new Options(5432, "app"));
    assertThat(Options.of("--name", "shop", "--port", "5433")).isEqualTo(new Options(5433, "shop"));
    assertThatThrownBy(() -> Options.of("--port"))
        .hasMessage("expected a port after --port, found ''");
    assertThatThrownBy(() -> Options.of("--port", "65536")).hasMessageContaining("'65536'");
    assertThatThrownBy(() -> Options.of("--name", "My Shop"))
        .hasMessage("expected a name of small letters, digits and _ after --name, found 'My Shop'");
    assertThatThrownBy(() -> Options.of("start"))
        .hasMessage("expected --port, --name or --help, found 'start'");
  }

  @Test
  void the_database_listens_on_the_port_that_was_asked_for_and_runs_once() throws Exception {
    int port = FreePort.any();
    DevDatabase server = DatabaseCommand.start(folder, new Options(port, "shop"));
    try {
      DatabaseLogin login = server.provision("shop", "shop", "shop");
      assertThat(login.jdbcUrl())
          .isEqualTo("jdbc:postgresql://localhost:" + port + "/shop?user=shop&password=shop");
      try (Connection connection = login.connect()) {
        assertThat(connection.isValid(5)).isTrue();
      }
      assertThatThrownBy(() -> DatabaseCommand.start(folder, new Options(FreePort.any(), "shop")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("found one on port " + port);
    } finally {
      server.stop(StopMode.FAST);
    }
  }
}
