package io.queuejob.benchmark.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A process's line in {@code /proc}.
 *
 * @param parent process that started it
 * @param ownMicros CPU time of its own
 * @param reapedMicros CPU time of its children that have ended
 */
record ProcStat(long parent, long ownMicros, long reapedMicros) {

  /** The kernel shows clock ticks, of which userland sees a hundred a second everywhere. */
  private static final long TICK_MICROS = 10_000;

  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int CHILDREN = 13;

  /** The process's line; null if it has ended. */
  static ProcStat of(long pid) {
    Path file = Path.of("/proc", Long.toString(pid), "stat");
    try {
      return parse(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      // a process that ends while its file is read
      if (!Files.exists(file)) {
        return null;
      }
      throw new UncheckedIOException(e);
    }
  }

  /** The name, in parentheses, may hold anything; what counts comes after it. */
  static ProcStat parse(String line) {
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    return new ProcStat(
        Long.parseLong(fields[PARENT]),
        micros(fields[USER], fields[USER + 1]),
        micros(fields[CHILDREN], fields[CHILDREN + 1]));
  }

  private static long micros(String user, String system) {
    return (Long.parseLong(user) + Long.parseLong(system)) * TICK_MICROS;
  }

  /** CPU time of a process that runs; of this JVM to the nanosecond. */
  static long cpuMicros(long pid) {
    if (pid == ProcessHandle.current().pid()) {
      return ((com.sun.management.OperatingSystemMXBean)
                  ManagementFactory.getOperatingSystemMXBean())
              .getProcessCpuTime()
          / 1_000;
    }
    ProcStat found = of(pid);
    if (found == null) {
      throw new IllegalStateException("expected process " + pid + " in /proc, found it gone");
    }
    return found.ownMicros();
  }
}
