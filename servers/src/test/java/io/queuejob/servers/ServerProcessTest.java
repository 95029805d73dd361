package io.queuejob.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.devdb.FreePort;
import io.queuejob.servers.setup.Pool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final List<String> progress = new ArrayList<>();
  private Server server;

  @AfterEach
  void kill() {
    if (server != null) {
      server.kill();
    }
  }

  @Test
  void is_ready_when_applications_answer_and_the_engine_said_so() throws IOException {
    server = start("works");

    server.awaitReady(LIMIT, progress::add);

    assertThat(server.isAlive()).isTrue();
    assertThat(progress)
        .containsExactly(
            "starting, pool jdbc:postgresql://localhost:1/db?a=b&c=d:e",
            "ready for data source jdbc/queue");
  }

  @Test
  void a_missing_application_fails_the_start_though_the_server_says_ready() throws IOException {
    server = start("no application");

    assertThatThrownBy(() -> server.awaitReady(LIMIT, progress::add))
        .isInstanceOf(ServerFailedException.class)
        .hasMessageContaining("/app/ (404)")
        .hasMessageContaining("Last lines of " + server.log());
  }

  @Test
  void a_server_that_dies_fails_with_its_exit_code_and_complaints() throws IOException {
    server = start("dies");

    assertThatThrownBy(() -> server.awaitReady(LIMIT, progress::add))
        .hasMessageContaining("exit code 3")
        .hasMessageContaining("no more file handles");
  }

  @Test
  void an_engine_that_stays_silent_fails_at_the_deadline() throws IOException {
    server = start("silent engine");

    assertThatThrownBy(() -> server.awaitReady(Duration.ofSeconds(2), progress::add))
        .hasMessageContaining("still waiting for the log to say [ready for data source]");
  }

  @Test
  void stopping_ends_the_process() throws Exception {
    server = start("works");
    server.awaitReady(LIMIT, progress::add);

    server.stop();

    assertThat(server.isAlive()).isFalse();
    assertThat(server.waitFor()).isEqualTo(143);
  }

  @Test
  void a_killed_server_starts_again_as_a_new_process() throws IOException {
    server = start("works");
    server.awaitReady(LIMIT, progress::add);
    long killed = server.pid();
    assertThatThrownBy(server::startAgain).hasMessageContaining("process " + killed);

    server.kill();
    server.startAgain();
    server.awaitReady(LIMIT, progress::add);

    assertThat(server.pid()).isNotEqualTo(killed);
    assertThat(progress.stream().filter("ready for data source jdbc/queue"::equals)).hasSize(2);
  }

  @Test
  void a_second_start_keeps_the_log_of_the_first() throws IOException {
    server = start("dies");
    assertThatThrownBy(() -> server.awaitReady(LIMIT, progress::add)).isNotNull();

    server = start("works");

    assertThat(server.log().resolveSibling("server.log.previous")).content().contains("handles");
  }

  @Test
  void a_missing_file_is_named() {
    var builder =
        Server.builder(ServerKind.PAYARA_MICRO)
            .home(folder.resolve("none.jar"))
            .work(folder.resolve("w"));

    assertThatThrownBy(builder::start)
        .isInstanceOf(ServerFailedException.class)
        .hasMessageContaining("none.jar");
  }

  private Server start(String mode) throws IOException {
    int port = FreePort.any();
    Path war = folder.resolve("other-name.war");
    Files.write(war, new byte[0]);
    String url = "jdbc:postgresql://localhost:1/db?a=b&c=d:e";
    return Server.builder(ServerKind.PAYARA_MICRO)
        .home(fakeJar())
        .work(folder.resolve("work"))
        .port(port)
        .deploy("app", war)
        .pool(new Pool("jdbc/queue", url, "user", "password", 8))
        .environment("FAKE", mode)
        .readyLine("ready for data source")
        .start();
  }

  private Path fakeJar() throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeServer.class.getName());
    Path jar = folder.resolve("fake.jar");
    String name = FakeServer.class.getName().replace('.', '/') + ".class";
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream code = FakeServer.class.getClassLoader().getResourceAsStream(name)) {
      out.putNextEntry(new JarEntry(name));
      code.transferTo(out);
    }
    return jar;
  }
}
