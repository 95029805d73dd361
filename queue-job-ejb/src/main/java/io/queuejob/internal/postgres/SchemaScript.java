package io.queuejob.internal.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code java -jar queue-job-ejb.jar [VERSION | park DATABASE]} prints the SQL that makes the
 * schema, or that is missing on one of a version, for databases in which the application's role may
 * not make tables; or the SQL that keeps a copy of a database from doing the original's work.
 */
public final class SchemaScript {
  private static final int USAGE = 2;
  private static final String PARK = "/io/queuejob/park.sql";

  private SchemaScript() {}

  /** Prints the script; exit code 2 and a word of help if the arguments make no sense. */
  public static int run(String[] arguments, PrintStream out, PrintStream complaints) {
    String script = script(arguments);
    if (script == null) {
      complaints.println(
          "expected nothing, for the SQL of the whole schema; or the version of a schema from 1 to "
              + Migrations.needed()
              + ", for what it lacks; or 'park' and the name of a database that is a copy, for the"
              + " SQL that takes the original's jobs out of it; or 'doctor' and the JDBC URL of a"
              + " database, to examine it; found '"
              + String.join(" ", arguments)
              + "'. SELECT count(*) FROM queue_job.migration tells the version");
      return USAGE;
    }
    out.print(script);
    return 0;
  }

  /** The SQL that is asked for; null if the arguments make no sense. */
  private static String script(String[] arguments) {
    if (arguments.length == 0) {
      return Migrations.script();
    }
    if (arguments.length == 2 && arguments[0].equals("park")) {
      return arguments[1].matches("[\\w.-]{1,63}") ? parking(arguments[1]) : null;
    }
    if (arguments.length == 1 && arguments[0].matches("\\d{1,4}")) {
      int from = Integer.parseInt(arguments[0]);
      return from > 0 && from <= Migrations.needed() ? Migrations.script(from) : null;
    }
    return null;
  }

  /**
   * The SQL that parks a copy.
   *
   * @param database name of the copy, which the SQL compares with the one it runs in
   */
  private static String parking(String database) {
    try (InputStream in = SchemaScript.class.getResourceAsStream(PARK)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("NAME-OF-THE-COPY", database);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
