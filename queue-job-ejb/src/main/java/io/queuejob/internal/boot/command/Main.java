package io.queuejob.internal.boot.command;

import io.queuejob.internal.boot.setting.SettingsLookup;
import io.queuejob.internal.postgres.SchemaScript;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The main class of the jar: {@code doctor} examines a database, everything else prints SQL. What a
 * command prints is UTF-8 on every machine, for it is read by other programs.
 */
public final class Main {
  private Main() {}

  /** Runs a command and ends with its exit code. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), out, System.err));
  }

  private static int run(List<String> arguments, PrintStream out, PrintStream complaints) {
    return !arguments.isEmpty() && arguments.get(0).equals(DoctorCommand.NAME)
        ? new DoctorCommand(SettingsLookup::environment, out, complaints)
            .run(arguments.subList(1, arguments.size()))
        : SchemaScript.run(arguments.toArray(String[]::new), out, complaints);
  }
}
