package io.queuejob.internal.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One numbered file of SQL that takes the schema a step further. A file only adds what older
 * engines do without; one that takes something away says so in a line of its own, {@code -- serves
 * engines from schema N on}, and engines that need an older schema than that refuse to run on it.
 *
 * @param version the schema's version once it has run
 * @param file its name
 * @param sql its text
 */
record Migration(int version, String file, String sql) {
  private static final String FOLDER = "/io/queuejob/migrations/";
  private static final Pattern SERVES =
      Pattern.compile("^-- serves engines from schema (\\d+) on$", Pattern.MULTILINE);

  private static final List<String> FILES =
      List.of(
          "0001_base.sql",
          "0002_one_check.sql",
          "0003_ids_one_by_one.sql",
          "0004_members_and_orders.sql",
          "0005_identity.sql",
          "0006_graphs.sql",
          "0007_declarations.sql",
          "0008_runs_and_effects.sql",
          "0009_changes_by_people.sql",
          "0010_rows_as_a_whole.sql",
          "0011_room_for_claims.sql",
          "0012_uuids_by_time.sql",
          "0013_bulk_changes.sql",
          "0014_search.sql",
          "0016_desk.sql",
          "0017_functions_and_notices.sql",
          "0018_sums_of_runs.sql",
          "0019_failed_by_id.sql",
          "0020_undo_of_bulk_changes.sql",
          "0021_secret_results.sql",
          "0022_reach_of_people.sql",
          "0024_application_versions.sql");

  static final String TABLE =
      """
      CREATE SCHEMA IF NOT EXISTS queue_job;
      CREATE TABLE queue_job.migration (
        version  integer PRIMARY KEY,
        file     text NOT NULL,
        checksum text NOT NULL,
        applied  timestamptz NOT NULL DEFAULT clock_timestamp(),
        serves   integer NOT NULL DEFAULT 1);
      """;

  /** The version that this engine needs. */
  static int needed() {
    return FILES.size();
  }

  /** The file that leads to a version. */
  static Migration of(int version) {
    String file = FILES.get(version - 1);
    return new Migration(version, file, text(file));
  }

  /** The oldest schema whose engines run on this one; 1 where all do. */
  int serves() {
    Matcher line = SERVES.matcher(sql);
    return line.find() ? Integer.parseInt(line.group(1)) : 1;
  }

  /** Checksum of the text. */
  String checksum() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The statement that notes that the file has run. */
  String note() {
    return """
        INSERT INTO queue_job.migration (version, file, checksum, serves)
        VALUES (%d, '%s', '%s', %d);
        """
        .formatted(version, file, checksum(), serves());
  }

  private static String text(String file) {
    try (InputStream in = Migration.class.getResourceAsStream(FOLDER + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
