package io.queuejob.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.browser.devtools.Chrome;
import io.queuejob.devdb.FreePort;
import io.queuejob.servers.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two rows of the matrix, both with enterprise archives: one with another persistence provider than
 * Payara's, one where the engine has to enter the environments of web modules by itself.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServersIT {

  private static final Path FOLDER = Path.of("target", "it").toAbsolutePath();
  private static Chrome chrome;

  @BeforeAll
  static void startBrowser() throws IOException {
    chrome = Chrome.start(Files.createDirectories(FOLDER.resolve("browser")));
  }

  @Test
  void wildfly_runs_the_enterprise_archives() throws IOException {
    check(ServerKind.WILDFLY, Archive.EAR);
  }

  @Test
  void glassfish_runs_the_enterprise_archives() throws IOException {
    check(ServerKind.GLASSFISH, Archive.EAR);
  }

  private static void check(ServerKind kind, Archive archive) throws IOException {
    List<Outcome> outcomes =
        new Row(kind, archive, FOLDER, () -> chrome, System.err::println).run(FreePort.any());

    assertThat(outcomes).isNotEmpty().allSatisfy(cell -> assertThat(cell.reason()).isEmpty());
  }
}
