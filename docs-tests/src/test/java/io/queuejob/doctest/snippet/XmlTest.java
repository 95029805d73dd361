package io.queuejob.doctest.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.doctest.page.Block;
import io.queuejob.doctest.page.Pages;
import java.io.StringReader;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** What the pages show in XML can be read, and names the version of this checkout. */
class XmlTest {
  private static final Pattern VERSION =
      Pattern.compile(
          "<groupId>io\\.queuejob</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*"
              + "<version>([^<]+)</version>|<(queue-job\\.version)>([^<]+)</queue-job\\.version>");
  private static final Pattern OWN =
      Pattern.compile("<artifactId>queue-job</artifactId>\\s*<version>([^<]+)</version>");

  static Stream<Block> blocks() {
    return Pages.blocks("xml").stream();
  }

  private static String version() {
    return OWN.matcher(Pages.text("pom.xml")).results().findFirst().orElseThrow().group(1);
  }

  private static String versionIn(MatchResult found) {
    return found.group(2) == null ? found.group(4) : found.group(2);
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void a_block_is_well_formed(Block block) throws Exception {
    String text = block.text().strip();
    String whole = text.startsWith("<?xml") ? text : "<block>" + text + "</block>";
    DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(whole)));
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void a_dependency_names_the_version_of_this_checkout(Block block) {
    assertThat(VERSION.matcher(block.text()).results().map(XmlTest::versionIn))
        .allMatch(found -> List.of(version(), "${queue-job.version}").contains(found));
  }

  @Test
  void versions_are_found() {
    assertThat(
            blocks()
                .flatMap(block -> VERSION.matcher(block.text()).results())
                .map(XmlTest::versionIn))
        .contains(version(), "${queue-job.version}");
  }

  @Test
  void commands_name_the_version_of_this_checkout() {
    Pattern archetype = Pattern.compile("-DarchetypeVersion=(\\S+)");
    assertThat(
            archetype
                .matcher(Pages.text("docs/getting-started.md"))
                .results()
                .map(found -> found.group(1)))
        .isNotEmpty()
        .containsOnly(version());
  }
}
