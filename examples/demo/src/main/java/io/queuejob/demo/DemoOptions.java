package io.queuejob.demo;

import io.queuejob.servers.ServerKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param port the HTTP port
 * @param jdbcUrl the database to use; empty: one of the demo's own
 * @param fresh whether to drop the data of earlier runs first
 * @param channels the channels' capacities; empty: whatever the environment or the default says
 * @param help whether only the usage is wanted
 * @param server the server that runs example and console
 */
record DemoOptions(
    int port,
    Optional<String> jdbcUrl,
    boolean fresh,
    Optional<String> channels,
    boolean help,
    ServerKind server) {

  static final int DEFAULT_PORT = 8080;
  private static final int HIGHEST_PORT = 65_535;

  /** A command line that cannot be understood. */
  static final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message + "; see ./demo --help");
    }
  }

  /**
   * Both {@code --port 8081} and {@code --port=8081} are understood; of an option given twice the
   * last wins.
   */
  static DemoOptions parse(List<String> arguments) {
    int port = DEFAULT_PORT;
    boolean fresh = false;
    boolean help = false;
    ServerKind server = ServerKind.PAYARA_MICRO;
    Optional<String> jdbcUrl = Optional.empty();
    Optional<String> channels = Optional.empty();
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String option = splitName(rest);
      switch (option) {
        case "--port" -> port = port(value(option, rest));
        case "--jdbc-url" -> jdbcUrl = Optional.of(value(option, rest));
        case "--channels" -> channels = Optional.of(value(option, rest));
        case "--server" -> server = server(value(option, rest));
        case "--fresh" -> fresh = true;
        case "--help", "-h" -> help = true;
        default -> throw new UsageException("unknown option '" + option + "'");
      }
    }
    if (fresh && jdbcUrl.isPresent()) {
      throw new UsageException(
          "--fresh drops the demo's own data and cannot be combined with --jdbc-url");
    }
    return new DemoOptions(port, jdbcUrl, fresh, channels, help, server);
  }

  /** Takes the next option's name; a value given with an equals sign stays as the next word. */
  private static String splitName(Deque<String> rest) {
    String word = rest.pop();
    int equals = word.indexOf('=');
    boolean takesValue = word.matches("--(port|jdbc-url|channels|server)=.*");
    if (!takesValue) {
      return word;
    }
    rest.push(word.substring(equals + 1));
    return word.substring(0, equals);
  }

  private static String value(String option, Deque<String> rest) {
    String value = rest.poll();
    if (value == null || value.isBlank() || value.startsWith("--")) {
      throw new UsageException(
          "expected a value after "
              + option
              + ", found "
              + (value == null ? "nothing" : "'" + value + "'"));
    }
    return value;
  }

  private static ServerKind server(String text) {
    return ServerKind.of(text)
        .orElseThrow(
            () ->
                new UsageException(
                    "expected one of %s after --server, found '%s'"
                        .formatted(ServerKind.labels(), text)));
  }

  private static int port(String text) {
    boolean number = text.matches("\\d{1,5}");
    if (!number || Integer.parseInt(text) < 1 || Integer.parseInt(text) > HIGHEST_PORT) {
      throw new UsageException(
          "expected a port from 1 to 65535 after --port, found '" + text + "'");
    }
    return Integer.parseInt(text);
  }
}
