package io.queuejob.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.job.WaitReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads the pages as text: what they may not contain, and whether the bundle has all their texts.
 */
class PagesTest {
  private static final String CONDITIONS =
      "state channel function node priority user error fingerprint key older younger args graph id"
          + " uuid text";
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path PAGES = RESOURCES.resolve("META-INF/resources/queue-job");
  private static final Path BUNDLE = RESOURCES.resolve("io/queuejob/web");
  private static final Pattern KEY = Pattern.compile("queueJobText\\['([\\w.]+)'\\s*([].])");
  private static final Pattern UNSAFE =
      Pattern.compile("escape=\"false\"|<script|<style| on\\w+=|style=\"|<h:outputFormat");

  @Test
  void pages_hold_no_raw_markup_script_or_style() {
    for (Path page : pages()) {
      assertThat(UNSAFE.matcher(text(page)).results().map(m -> m.group())).as("%s", page).isEmpty();
    }
  }

  /** PrimeFaces takes Enter for its own walk through cells; links in them would then not open. */
  @Test
  void links_in_tables_open_by_enter() {
    Pattern table = Pattern.compile("<p:dataTable(?![^>]*cellNavigation=\"false\")[^>]*>");
    for (Path page : pages()) {
      assertThat(table.matcher(text(page)).results().map(m -> m.group())).as("%s", page).isEmpty();
    }
  }

  /** A text with an open comment in it keeps a script from ending: then no button asks first. */
  @Test
  void questions_before_a_command_hold_no_texts_of_jobs() {
    Pattern question =
        Pattern.compile("<p:confirm [^>]*\\.(title|description|channel|name|label|path)\\b[^>]*>");
    for (Path page : pages()) {
      assertThat(question.matcher(text(page)).results().map(m -> m.group()))
          .as("%s", page)
          .isEmpty();
    }
  }

  /**
   * Names that Faces gives itself win over those of a page: a list of them shows something else.
   */
  @Test
  void no_name_of_a_page_is_one_that_faces_has_itself() {
    Pattern name =
        Pattern.compile(
            "(var|varStatus|ui:param name)=\"(application|applicationScope|cc|component|cookie"
                + "|externalContext|facesContext|flash|flowScope|header|headerValues|initParam|param"
                + "|paramValues|request|requestScope|resource|session|sessionScope|view|viewScope)\"");
    for (Path page : pages()) {
      assertThat(name.matcher(text(page)).results().map(m -> m.group())).as("%s", page).isEmpty();
    }
  }

  @Test
  void rule_sees_an_unescaped_output() {
    assertThat(UNSAFE.matcher("<h:outputText escape=\"false\"/>").find()).isTrue();
    assertThat(UNSAFE.matcher("<a onclick=\"x()\">").find()).isTrue();
  }

  @Test
  void bundle_has_exactly_the_keys_in_use() {
    Set<String> used = new TreeSet<>(keysInJava());
    pages().forEach(page -> used.addAll(keys(text(page))));
    assertThat(keysOf(BUNDLE.resolve("texts.properties"))).isEqualTo(used);
  }

  private static Set<String> keysInJava() {
    Set<String> keys = new TreeSet<>(Set.of("trouble.command", "trouble.change", "verdict.FAILED"));
    for (CommandResult.Verdict verdict : CommandResult.Verdict.values()) {
      keys.add("verdict." + verdict.name());
    }
    for (WaitReason.Code code : WaitReason.Code.values()) {
      keys.add("why." + code.name());
    }
    return keys;
  }

  private static Set<String> keys(String page) {
    Set<String> keys = new TreeSet<>();
    Matcher found = KEY.matcher(page);
    while (found.find()) {
      if (found.group(2).equals("]")) {
        keys.add(found.group(1));
      } else {
        words(found.group(1)).forEach(word -> keys.add(found.group(1) + word));
      }
    }
    return keys;
  }

  /** The words that may follow a prefix to which a page concatenates. */
  private static Set<String> words(String prefix) {
    return switch (prefix) {
      case "state." ->
          Arrays.stream(StateWord.values()).map(StateWord::word).collect(Collectors.toSet());
      case "history." ->
          split(
              "created running done retry nothing_to_do failed recovered",
              " cancelled requeued set_done other");
      case "bulk.do.", "bulk.say.", "bulk.what." -> actions(BulkAction.values());
      case "bulk.value." -> actions(BulkAction.PRIORITY, BulkAction.ETA, BulkAction.CHANNEL);
      case "bulk.undo.what." -> Set.of("CANCEL", "SET_DONE", "VALUE");
      case "bulk.state." -> Set.of("prepared collecting running stopped done failed".split(" "));
      case "bulk.where." -> Set.of(CONDITIONS.split(" "));
      case "node.state." -> Set.of("alive", "draining", "drained", "silent", "gone");
      case "channel.short." ->
          split(
              "sequential throttle rate capacity_default sequential_default",
              " max_waiting retention_days executor");
      default -> wordsOfFunctions(prefix);
    };
  }

  private static Set<String> wordsOfFunctions(String prefix) {
    return switch (prefix) {
      case "doctor.state." -> Set.of("wrong", "look");
      case "function.source." -> Set.of("people", "server", "declared", "standard");
      case "function.means.", "function.accepts." ->
          Set.of(
              "channel priority retry_pattern max_retries timeout related_action.enable"
                  .concat(" related_action.func_name related_action.kwargs")
                  .split(" "));
      case "window.", "step." -> Set.of("1h", "24h", "7d");
      case "need." -> Set.of("failed", "stranded", "paused", "gone", "long");
      case "need.trend." -> Set.of("rising", "falling");
      case "chart." -> Set.of("throughput", "waited", "ran");
      case "series." -> Set.of("done", "retried", "failed", "p50", "p95", "p99");
      default -> throw new AssertionError("unknown prefix of keys: " + prefix);
    };
  }

  private static Set<String> split(String words, String more) {
    return Set.of(words.concat(more).split(" "));
  }

  private static Set<String> actions(BulkAction... actions) {
    return Arrays.stream(actions).map(BulkAction::name).collect(Collectors.toSet());
  }

  private static Set<String> keysOf(Path bundle) {
    Properties texts = new Properties();
    try (InputStream in = Files.newInputStream(bundle)) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TreeSet<>(texts.stringPropertyNames());
  }

  private static List<Path> pages() {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
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
}
