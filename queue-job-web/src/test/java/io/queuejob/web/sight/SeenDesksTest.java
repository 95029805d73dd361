package io.queuejob.web.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No page and no resource has a desk that tells more than the caller may see. */
class SeenDesksTest {
  private static final Path WEB = Path.of("src/main/java");
  private static final Path CONSOLE = Path.of("../queue-job-console/src/main/java");
  private static final String DESK =
      "(?:JobAdmin|JobSearch|JobDossier|SavedViews|BulkAdmin|ChannelAdmin|AuditAdmin|OverviewAdmin"
          + "|NodeAdmin|FunctionAdmin|QueueHealth|Doctor|TestJobAdmin)";
  private static final Pattern FIELD =
      Pattern.compile("@Inject\\s+(@Seen\\s+)?(?:[a-z]+\\s+)*(" + DESK + ")\\s+\\w+;");
  private static final Pattern PLACE =
      Pattern.compile("@Inject\\s+(?:[a-z]+\\s+)?[A-Z]\\w+\\(([^)]*)\\)");
  private static final Pattern PARAMETER = Pattern.compile("(@Seen\\s+)?\\b(" + DESK + ")\\s+\\w+");

  /**
   * Streams tell that something changed, and not what; health is for who has no login; test jobs
   * are made by who acts everywhere and therefore sees everything.
   */
  private static final Set<String> UNLIMITED =
      Set.of("LiveHub OverviewAdmin", "Health QueueHealth", "TestJobResource TestJobAdmin");

  private static List<Path> sources() {
    return Stream.of(WEB, CONSOLE).flatMap(SeenDesksTest::below).toList();
  }

  private static Stream<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> injected(Path file, boolean seen) {
    String text = text(file);
    Stream<Matcher> fields = matches(FIELD, text);
    Stream<Matcher> parameters =
        matches(PLACE, text).flatMap(place -> matches(PARAMETER, place.group(1)));
    String name = file.getFileName().toString().replace(".java", "");
    return Stream.concat(fields, parameters)
        .filter(found -> (found.group(1) != null) == seen)
        .map(found -> name + " " + found.group(2));
  }

  private static Stream<Matcher> matches(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    Stream.Builder<Matcher> all = Stream.builder();
    while (matcher.find()) {
      Matcher one = pattern.matcher(text);
      one.find(matcher.start());
      all.add(one);
    }
    return all.build();
  }

  @Test
  void desks_are_injected_with_the_callers_limits() {
    assertThat(sources().stream().flatMap(file -> injected(file, false)))
        .containsExactlyInAnyOrderElementsOf(UNLIMITED);
    assertThat(sources().stream().flatMap(file -> injected(file, true)))
        .contains("JobsView JobSearch", "JobView JobDossier", "JobResource JobAdmin")
        .hasSizeGreaterThan(25);
  }

  @Test
  void nobody_asks_the_container_for_a_desk() {
    assertThat(sources())
        .filteredOn(file -> text(file).matches("(?s).*\\b(CDI\\.current|Instance<|select\\().*"))
        .isEmpty();
  }
}
