package io.queuejob.devdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {

  @Test
  void reads_process_and_port() {
    assertThat(
            Postmaster.parse(List.of("123", "/data", "1700000000", "54321", "/data", "localhost")))
        .contains(new Postmaster(123, 54321));
  }

  @Test
  void a_file_still_being_written_is_no_server() {
    assertThat(Postmaster.parse(List.of("123", "/data"))).isEmpty();
    assertThat(Postmaster.parse(List.of())).isEmpty();
  }

  @Test
  void no_file_is_no_server(@TempDir Path data) {
    assertThat(Postmaster.on(data)).isEmpty();
  }

  @Test
  void a_process_id_taken_over_by_a_stranger_is_a_stale_mark(@TempDir Path data)
      throws IOException {
    long stranger = ProcessHandle.current().pid();
    Files.writeString(data.resolve(Postmaster.FILE), stranger + "\n" + data + "\n1\n5432\n");

    assertThat(Postmaster.on(data)).isEmpty();
    assertThat(new DataFolder(data).removeStaleMark(Duration.ZERO)).isTrue();
    assertThat(data.resolve(Postmaster.FILE)).doesNotExist();
  }
}
