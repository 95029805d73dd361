package io.queuejob.devdb.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs real programs as the current user, who may be root. */
class RunAsPgTest {

  @TempDir Path folder;

  @Test
  void each_way_that_is_accepted_can_create_a_data_folder() throws IOException {
    Path home = PostgresBinaries.unpackedIn(folder.resolve("binaries"));
    makeReachable();
    var accepted = new ArrayList<RunAs>();
    for (RunAs way : RunAs.candidates(folder)) {
      try {
        accepted.add(RunAs.choose(home, folder, List.of(way)));
      } catch (IOException refused) {
        assertThat(refused).hasMessageContaining(way.description());
      }
    }

    assertThat(accepted).isNotEmpty();
    for (RunAs way : accepted) {
      PostgresPrograms.Result result = initdb(home, way);
      assertThat(result.succeeded()).as("%s: %s", way, result.output()).isTrue();
    }
  }

  @Test
  void when_nothing_works_all_that_was_tried_is_named() {
    var ways =
        List.of(
            new RunAs("by a missing program", List.of("no-such-program"), null),
            new RunAs("by one that fails", List.of("sh", "-c", "echo sorry; exit 3"), null));

    assertThatThrownBy(() -> RunAs.choose(Path.of("/nowhere"), folder, ways))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("by a missing program: ")
        .hasMessageContaining("by one that fails: sorry")
        .hasMessageContaining("Allow user namespaces, or run as another user than root");
  }

  private void makeReachable() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private PostgresPrograms.Result initdb(Path home, RunAs way) throws IOException {
    Path data = Files.createTempDirectory(folder, "data-");
    Path password = Files.createTempFile(folder, "password-", "");
    Files.writeString(password, "secret");
    way.own(data);
    way.own(password);
    return new PostgresPrograms(home, way).initdb(data, password, "postgres", "C");
  }
}
