package io.queuejob.browser.devtools;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Where the browser is. Never a reason to skip: without one the tests fail with what to run. */
final class ChromeProgram {
  private static final String VARIABLE = "CHROME_BIN";
  private static final List<String> NAMES =
      List.of(
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable",
          "chrome",
          "chromium-headless-shell");
  private static final List<String> USUAL =
      List.of(
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
          "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe");
  private static final List<String> INSTALL =
      List.of(
          "apt-get",
          "-o",
          "DPkg::Lock::Timeout=300",
          "-o",
          "Acquire::http::Timeout=60",
          "-o",
          "Acquire::Retries=3",
          "-qy");

  private ChromeProgram() {}

  /** The program of {@code CHROME_BIN}, else one that is found, else one that gets installed. */
  static Path find() {
    String named = System.getenv(VARIABLE);
    if (named != null && !named.isBlank()) {
      Path program = Path.of(named);
      if (!Files.isExecutable(program)) {
        throw missing(
            "expected a program in %s, found that '%s' is none".formatted(VARIABLE, named));
      }
      return program;
    }
    return found().orElseGet(ChromeProgram::installed);
  }

  private static Optional<Path> found() {
    String path = System.getenv().getOrDefault("PATH", "");
    Stream<Path> onPath =
        Arrays.stream(path.split(File.pathSeparator))
            .filter(folder -> !folder.isBlank())
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(onPath, USUAL.stream().map(Path::of))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path installed() {
    if (!isDebian() || !System.getProperty("user.name").equals("root")) {
      throw missing(
          "expected a Chrome or Chromium, found none on the PATH nor in the usual places");
    }
    System.err.println(
        "Browser tests: no Chrome or Chromium found; installing Debian's chromium (about 100 MB),"
            + " output in "
            + log());
    run(5, "update");
    run(15, "install", "--no-install-recommends", "chromium", "fonts-liberation");
    return found().orElseThrow(() -> missing("installed chromium, but found no program of it"));
  }

  private static boolean isDebian() {
    try {
      return Files.readAllLines(Path.of("/etc/os-release")).contains("ID=debian");
    } catch (IOException e) {
      return false;
    }
  }

  private static void run(int minutes, String... words) {
    List<String> command = Stream.concat(INSTALL.stream(), Arrays.stream(words)).toList();
    try {
      Files.createDirectories(log().getParent());
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
        process.destroy();
        throw missing("%s did not end within %d minutes".formatted(command, minutes));
      }
      if (process.exitValue() != 0) {
        throw missing("%s failed, see %s".formatted(command, log()));
      }
    } catch (IOException e) {
      throw missing(command + " could not be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw missing("interrupted while " + command + " ran");
    }
  }

  private static Path log() {
    return Path.of("target", "browser", "apt.log").toAbsolutePath();
  }

  private static IllegalStateException missing(String what) {
    return new IllegalStateException(
        "Browser tests: %s; run `%s`, or name a browser in %s".formatted(what, cure(), VARIABLE));
  }

  private static String cure() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return "brew install --cask google-chrome";
    }
    return system.contains("windows")
        ? "winget install Google.Chrome"
        : "sudo apt-get install -y chromium";
  }
}
