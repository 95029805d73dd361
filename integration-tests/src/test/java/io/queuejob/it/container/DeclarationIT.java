package io.queuejob.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.queuejob.api.Delayed;
import io.queuejob.devdb.FreePort;
import io.queuejob.it.container.declared.FinalMethod;
import io.queuejob.it.container.declared.PrivateMethod;
import io.queuejob.it.container.declared.RequiresNew;
import io.queuejob.it.container.declared.ReturnsValue;
import io.queuejob.it.container.declared.StaticMethod;
import io.queuejob.it.container.declared.TakesStream;
import io.queuejob.servers.Server;
import io.queuejob.servers.ServerBuilder;
import io.queuejob.servers.ServerFailedException;
import io.queuejob.servers.ServerKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A declaration that cannot work fails the deployment with a message that names method and cure.
 * Payara Micro tells of a failed deployment in its log alone and starts all the same, so one start
 * with one application for each declaration serves all tests.
 */
class DeclarationIT {

  private static final Path FOLDER = Path.of("target", "server", "declarations").toAbsolutePath();

  private static Server server;
  private static ServerFailedException failure;
  private static List<String> log;

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectories(FOLDER);
    ServerBuilder builder =
        Server.builder(ServerKind.PAYARA_MICRO)
            .home(FOLDER.resolveSibling("payara-micro.jar"))
            .work(FOLDER.resolve("work"))
            .log(FOLDER.resolve("server.log"))
            .jvmOptions("-XX:TieredStopAtLevel=1")
            .port(FreePort.any());
    for (Class<?> declared :
        List.of(
            StaticMethod.class,
            FinalMethod.class,
            PrivateMethod.class,
            ReturnsValue.class,
            TakesStream.class,
            RequiresNew.class)) {
      builder.deploy(declared.getSimpleName(), war(declared));
    }
    server = builder.start();
    failure =
        catchThrowableOfType(
            ServerFailedException.class,
            () -> server.awaitReady(Duration.ofMinutes(2), line -> {}));
    log = Files.readAllLines(server.log(), StandardCharsets.UTF_8);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.kill();
    }
  }

  private static Path war(Class<?> declared) {
    Path file = FOLDER.resolve(declared.getSimpleName() + ".war");
    ShrinkWrap.create(WebArchive.class, file.getFileName().toString())
        .addAsLibrary(Wars.jarOf(Delayed.class).toFile())
        .addClass(declared)
        .addAsWebInfResource(new StringAsset(""), "beans.xml")
        .as(ZipExporter.class)
        .exportTo(file.toFile(), true);
    return file;
  }

  private static void assertRefused(Class<?> declared, String... parts) {
    assertThat(failure).isNotNull();
    assertThat(failure.getMessage())
        .as("applications that do not answer")
        .contains("/" + declared.getSimpleName() + "/ (404)");
    assertThat(log)
        .anySatisfy(
            line -> assertThat(line).contains(declared.getSimpleName() + ".go").contains(parts));
  }

  @Test
  void a_static_method_is_refused() {
    assertRefused(StaticMethod.class, "QJ1101", "remove 'static' or @Delayed");
  }

  @Test
  void a_final_method_is_refused() {
    assertRefused(FinalMethod.class, "QJ1102", "remove 'final'");
  }

  @Test
  void a_private_method_is_refused() {
    assertRefused(PrivateMethod.class, "QJ1103", "make it public");
  }

  @Test
  void a_return_value_that_nobody_could_get_is_refused() {
    assertRefused(ReturnsValue.class, "QJ1105", "found int", "through JobQueue");
  }

  @Test
  void a_parameter_that_cannot_be_bound_is_refused_by_its_name() {
    assertRefused(
        TakesStream.class, "QJ1106", "parameter {1} 'content'", "pass the content as byte[]");
  }

  @Test
  void a_session_bean_that_leaves_the_callers_transaction_is_refused() {
    assertRefused(RequiresNew.class, "QJ1107", "found REQUIRES_NEW");
  }
}
