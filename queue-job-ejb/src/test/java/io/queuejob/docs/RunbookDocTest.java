package io.queuejob.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.job.WaitReason;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runbook has each reason for which a job waits, and a section for each alert. */
class RunbookDocTest {
  private static final String PAGE = "docs/runbook.md";
  private static final Pattern INSIDE = Pattern.compile("\\]\\((?:[\\w-]+\\.md)?#([\\w-]+)\\)");
  private static final Pattern LINK = Pattern.compile("\\]\\(([\\w-]+\\.md)?#([\\w-]+)\\)");

  private static List<String> anchors(String page) {
    return MarkdownTable.page(page)
        .lines()
        .filter(line -> line.matches("#+ .+"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(java.util.Locale.ROOT))
        .map(title -> title.replaceAll("[^\\w -]", "").replace(' ', '-'))
        .toList();
  }

  @Test
  void every_reason_of_the_code_has_a_line() {
    List<String> coded =
        Arrays.stream(WaitReason.Code.values()).map(code -> "`" + code + "`").toList();
    assertThat(MarkdownTable.rows(PAGE, "reason"))
        .allMatch(row -> row.size() == 3 && row.stream().noneMatch(String::isBlank))
        .extracting(row -> row.get(0))
        .containsExactlyElementsOf(coded);
  }

  @Test
  void every_alert_has_a_section() {
    assertThat(MarkdownTable.rows(PAGE, "alert"))
        .hasSizeGreaterThan(5)
        .extracting(row -> INSIDE.matcher(row.get(0)).replaceAll("] $1"))
        .allSatisfy(
            alert -> assertThat(anchors(PAGE)).contains(alert.substring(alert.indexOf("] ") + 2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/runbook.md", "docs/running.md"})
  void links_lead_to_sections(String page) {
    assertThat(LINK.matcher(MarkdownTable.page(page)).results())
        .isNotEmpty()
        .allSatisfy(
            link ->
                assertThat(anchors(link.group(1) == null ? page : "docs/" + link.group(1)))
                    .contains(link.group(2)));
  }
}
