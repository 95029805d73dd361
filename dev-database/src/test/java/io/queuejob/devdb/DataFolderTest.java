package io.queuejob.devdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @Test
  void callers_settings_win_but_for_the_port() {
    var folder = new DataFolder(Path.of("/data"));

    Map<String, String> settings =
        folder.settings(1234, "UTC", Map.of("max_connections", "50", "port", "1"));

    assertThat(settings)
        .containsEntry("max_connections", "50")
        .containsEntry("port", "1234")
        .containsEntry("listen_addresses", "localhost")
        .containsEntry("unix_socket_directories", "")
        .containsEntry("shared_preload_libraries", "pg_stat_statements");
  }

  @Test
  void quotes_in_a_setting_stay_inside_it(@TempDir Path data) throws IOException {
    new DataFolder(data).configure(Map.of("search_path", "it's \\ here"));

    assertThat(Files.readString(data.resolve("dev-database.conf")))
        .contains("search_path = 'it''s \\\\ here'\n");
  }

  @Test
  void a_folder_with_other_files_is_refused(@TempDir Path data) throws IOException {
    Files.writeString(data.resolve("thesis.txt"), "precious");

    assertThatThrownBy(() -> new DataFolder(data).createIfMissing(null, "C"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("found other files in " + data);
    assertThat(data.resolve("thesis.txt")).exists();
  }
}
