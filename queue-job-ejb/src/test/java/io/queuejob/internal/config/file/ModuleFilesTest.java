package io.queuejob.internal.config.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.error.ConfigurationException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S-JF-04, S-JF-07: what modules declare, merged, and refused with file, line and cure. */
class ModuleFilesTest {
  private static final Set<String> FUNCTIONS = Set.of("Mails.send", "Mails.send(long)");

  @TempDir private Path home;

  private ModuleFiles files(String... texts) throws IOException {
    List<URL> modules = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      Path module = home.resolve("m" + i + "-1.2.jar");
      Path file = module.resolve(ModuleFiles.FILE);
      Files.createDirectories(file.getParent());
      Files.writeString(file, texts[i]);
      modules.add(module.toUri().toURL());
    }
    try (URLClassLoader loader = new URLClassLoader(modules.toArray(URL[]::new), null)) {
      return ModuleFiles.of(loader);
    }
  }

  private static void check(ModuleFiles files) {
    files.channels();
    files.checkFunctions(FUNCTIONS::contains);
  }

  @Test
  void modules_that_say_the_same_are_merged() throws IOException {
    ModuleFiles files =
        files(
            "queue-job.channel.root.mail = 2:throttle=5\nqueue-job.pulse=500ms\nother.key=1",
            "# comment\nqueue-job.channel.mail=2:throttle=5\nqueue-job.channel.a=1\nother.key=2");
    check(files);
    assertThat(files.value("queue-job.pulse")).isEqualTo("500ms");
    assertThat(files.channels().toString())
        .isEqualTo(
            "[Declared[module=m0, spec=root.mail:2:throttle=5],"
                + " Declared[module=m1, spec=root.a:1],"
                + " Declared[module=m1, spec=root.mail:2:throttle=5]]");
  }

  @Test
  void keys_of_two_modules_that_differ_are_refused_naming_both() {
    assertThatThrownBy(() -> files("queue-job.pulse=500ms", "\nqueue-job.pulse=1s"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(
            "QJ2152", "queue-job.pulse", "'500ms'", "m0-1.2.jar", "'1s'", "m1-1.2.jar", "line 2");
  }

  @Test
  void a_key_that_one_file_has_twice_is_refused_naming_both_lines() {
    assertThatThrownBy(() -> files("queue-job.pulse=500ms\n# two\nqueue-job.pulse=1s"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("QJ2152", "m0-1.2.jar", "lines 1 and 3", "queue-job.pulse");
  }

  @Test
  void marks_of_editors_at_the_begin_and_the_end_of_a_file_lose_no_key() throws IOException {
    ModuleFiles files = files("\ufeffqueue-job.pulse=500ms\nqueue-job.grace=4s\\");
    assertThat(files.value("queue-job.pulse")).isEqualTo("500ms");
    assertThat(files.value("queue-job.grace")).isEqualTo("4s");
  }

  @Test
  void a_channel_written_in_two_ways_must_agree_too() throws IOException {
    ModuleFiles files = files("queue-job.channel.mail=2", "queue-job.channel.root.mail=3");
    assertThatThrownBy(files::channels)
        .hasMessageContainingAll("QJ2152", "root.mail:3", "root.mail:2", "m1-1.2.jar", "line 1");
  }

  @Test
  void a_key_that_does_not_exist_is_refused_with_file_and_line() {
    assertThatThrownBy(() -> files("# first\n\nqueue-job.puls = \\\n  500ms\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("QJ2153", "m0-1.2.jar", "line 3", "'queue-job.puls'", "write");
  }

  @Test
  void a_channel_that_cannot_be_read_is_refused_with_file_line_and_cure() {
    assertThatThrownBy(() -> files("a=b\nqueue-job.channel.root.mail = x"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(
            "QJ2154", "m0-1.2.jar", "line 2", "found 'x'", "write for instance");
  }

  @Test
  void functions_are_checked_against_those_that_there_are() throws IOException {
    check(files("queue-job.function.Mails.send.retry_pattern = 1:30,4:60-90"));
    check(files("queue-job.function.Mails.send(long).related_action.enable = false"));
    refused("queue-job.function.Mails.sent.channel = mail", "QJ2155", "a function");
    refused("queue-job.function.Mails.send.retries = 3", "QJ2153", "retry_pattern, max_retries");
    refused("queue-job.function.Mails.send.retry_pattern = 30", "QJ2154", "1:30,4:120,9:60-900");
    refused("queue-job.function.Mails.send.max_retries = -1", "QJ2154", "found '-1'");
  }

  private void refused(String text, String id, String hint) throws IOException {
    ModuleFiles files = files("\n" + text);
    assertThatThrownBy(() -> check(files))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(id, "m0-1.2.jar", "line 2", hint);
  }
}
