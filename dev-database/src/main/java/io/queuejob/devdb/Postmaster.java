package io.queuejob.devdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server writes about itself into {@code postmaster.pid} of its data folder.
 *
 * @param pid its main process
 * @param port its TCP port
 */
record Postmaster(long pid, int port) {

  static final String FILE = "postmaster.pid";
  private static final int PORT_LINE = 3;

  /**
   * The server that runs on this folder now; empty if none does, whatever a dead one left behind.
   */
  static Optional<Postmaster> on(Path data) {
    return read(data).filter(found -> runs(found.pid) && serves(found.pid, data));
  }

  /** What the file says, be it true or left over; empty without a complete file. */
  static Optional<Postmaster> read(Path data) {
    try {
      return parse(Files.readAllLines(data.resolve(FILE), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new DevDatabaseException("could not read " + data.resolve(FILE) + ": " + e, e);
    }
  }

  static Optional<Postmaster> parse(List<String> lines) {
    if (lines.size() <= PORT_LINE) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Postmaster(
              Long.parseLong(lines.get(0).strip()),
              Integer.parseInt(lines.get(PORT_LINE).strip())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether the process exists; a zombie that nobody reaps does not count. */
  static boolean runs(long pid) {
    boolean known = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    return known && !procFile(pid, "stat").matches("(?s).*\\) [ZX] .*");
  }

  /** Whether that process is a server for this folder and not a stranger with a recycled id. */
  private static boolean serves(long pid, Path data) {
    String command = procFile(pid, "cmdline");
    return command.isEmpty() || (command.contains("postgres") && command.contains(data.toString()));
  }

  /**
   * All processes that work inside this folder, as those of a server do, even after the death of
   * the main one.
   */
  static List<Long> processesIn(Path data) {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> worksIn(pid, data))
        .toList();
  }

  private static boolean worksIn(long pid, Path data) {
    try {
      return data.equals(Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd")));
    } catch (IOException e) {
      // ended meanwhile, a zombie, or somebody else's
      return false;
    }
  }

  private static String procFile(long pid, String name) {
    try {
      return Files.readString(
          Path.of("/proc", Long.toString(pid), name), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
