package io.queuejob.internal.postgres;

import java.io.PrintStream;

/**
 * {@code java -jar queue-job-ejb.jar [VERSION]}: prints the SQL that makes the schema, or that is
 * missing on one of a version, for databases in which the application's role may not make tables.
 */
public final class SchemaScript {
  private static final int USAGE = 2;

  private SchemaScript() {}

  /** Prints the script; exit code 2 and a word of help if the version makes no sense. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out, System.err));
  }

  static int run(String[] arguments, PrintStream out, PrintStream complaints) {
    int newest = Migrations.needed();
    if (arguments.length == 0) {
      out.print(Migrations.script());
      return 0;
    }
    String version = arguments[0];
    if (arguments.length == 1 && version.matches("\\d{1,4}")) {
      int from = Integer.parseInt(version);
      if (from > 0 && from <= newest) {
        out.print(Migrations.script(from));
        return 0;
      }
    }
    complaints.println(
        "expected nothing, for the SQL of the whole schema, or the version of a schema from 1 to "
            + newest
            + ", for what it lacks; found '"
            + String.join(" ", arguments)
            + "'. SELECT count(*) FROM queue_job.migration tells the version");
    return USAGE;
  }
}
