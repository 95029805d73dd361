package io.queuejob.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.search.SearchPage;
import io.queuejob.web.testkit.RememberingSearch;
import io.queuejob.web.testkit.Rows;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobExportTest {
  private final RememberingSearch search = new RememberingSearch();

  private String written(ExportFormat format) throws IOException {
    search.page =
        new SearchPage(List.of(Rows.row(7, "failed", "say \"a\", b", "=1+1")), null, false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JobExport(search, "").write(format, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void csv_has_names_and_quoted_cells() throws IOException {
    List<String> lines = written(ExportFormat.CSV).lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("id,uuid,application,");
    assertThat(lines.get(1)).startsWith("7,\"").contains("\"say \"\"a\"\", b\",\"'=1+1\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@x", " =x", "\t=x", "\u200B=x", "|cmd", "\uFF1Dx"})
  void no_cell_is_a_formula(String text) {
    assertThat(JobExport.cell(text)).startsWith("\"'");
  }

  @Test
  void nor_is_what_follows_the_separator_of_another_country() {
    assertThat(JobExport.cell("a;=1+1;b")).isEqualTo("\"a;'=1+1;b\"");
    assertThat(JobExport.cell("a\t @b\n-c")).isEqualTo("\"a\t' @b\n'-c\"");
    assertThat(JobExport.cell("a; b\nc - d")).isEqualTo("\"a; b\nc - d\"");
  }

  @Test
  void a_file_that_was_cut_says_so() throws IOException {
    search.more = true;
    assertThat(written(ExportFormat.CSV)).endsWith("narrow the filter for the others.\"\r\n");
    try (JsonReader reader = Json.createReader(new StringReader(written(ExportFormat.JSON)))) {
      JsonObject json = reader.readObject();
      assertThat(json.getBoolean("more")).isTrue();
      assertThat(json.getJsonArray("jobs").getJsonObject(0).getString("error")).isEqualTo("=1+1");
    }
  }
}
