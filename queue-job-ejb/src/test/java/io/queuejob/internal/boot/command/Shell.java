package io.queuejob.internal.boot.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs the doctor as a shell would, with an environment of its own, and keeps what it printed. */
final class Shell {
  private final Map<String, String> environment;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

  Shell(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The exit code. */
  int doctor(String... arguments) {
    out.reset();
    complaints.reset();
    return new DoctorCommand(environment::get, print(out), print(complaints))
        .run(List.of(arguments));
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  /** What the last run printed. */
  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What the last run printed as errors. */
  String complaints() {
    return complaints.toString(StandardCharsets.UTF_8);
  }
}
