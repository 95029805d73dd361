package io.queuejob.servers.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of a distribution that ends by itself.
 *
 * @param output where its output goes, replaced by each
 * @param environment variables over those inherited
 */
record Program(Path output, Map<String, String> environment) {

  private static final int LIMIT_MINUTES = 5;

  /** Runs it and returns its output. */
  String run(List<String> words) throws IOException {
    var builder = new ProcessBuilder(words);
    builder.directory(output.getParent().toFile());
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    await(process, words);
    String text = Files.readString(output);
    if (process.exitValue() != 0) {
      throw new IOException(
          "'%s' ended with %d: %s".formatted(shown(words), process.exitValue(), text));
    }
    return text;
  }

  private void await(Process process, List<String> words) throws IOException {
    try {
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(
            "'%s' did not end within %d minutes, see %s"
                .formatted(shown(words), LIMIT_MINUTES, output));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while '" + shown(words) + "' ran", e);
    }
  }

  private static String shown(List<String> words) {
    return String.join(" ", words);
  }
}
