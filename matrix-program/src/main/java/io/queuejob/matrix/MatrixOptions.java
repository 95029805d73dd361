package io.queuejob.matrix;

import io.queuejob.servers.ServerKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param servers which servers, in order
 * @param archives which archives, where a server takes them
 * @param list whether only the rows are wanted
 * @param report whether the results of earlier runs are to be written into the pages
 */
record MatrixOptions(
    List<ServerKind> servers, List<Archive> archives, boolean list, boolean report) {

  /** A command line that cannot be understood. */
  static final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message + "; see ./matrix --help");
    }
  }

  static MatrixOptions parse(List<String> arguments) {
    List<ServerKind> servers = new ArrayList<>();
    List<Archive> archives = new ArrayList<>();
    boolean list = false;
    boolean report = false;
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--server" -> servers.add(server(value(option, rest)));
        case "--archive" -> archives.add(archive(value(option, rest)));
        case "--list" -> list = true;
        case "--report" -> report = true;
        default -> throw new UsageException("unknown option '" + option + "'");
      }
    }
    return new MatrixOptions(
        servers.isEmpty() ? Arrays.asList(ServerKind.values()) : servers,
        archives.isEmpty() ? Arrays.asList(Archive.values()) : archives,
        list,
        report);
  }

  /** Whether a row is asked for, and there is such a row. */
  boolean wants(ServerKind kind, Archive archive) {
    return servers.contains(kind)
        && archives.contains(archive)
        && (archive == Archive.WAR || kind.takesEar());
  }

  private static String value(String option, Deque<String> rest) {
    String value = rest.poll();
    if (value == null || value.startsWith("--")) {
      throw new UsageException(
          "expected a value after " + option + ", found " + (value == null ? "nothing" : value));
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

  private static Archive archive(String text) {
    return Archive.of(text)
        .orElseThrow(
            () -> new UsageException("expected war or ear after --archive, found '" + text + "'"));
  }
}
