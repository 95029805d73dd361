package io.queuejob.devdb;

import io.queuejob.devdb.programs.PostgresPrograms;
import io.queuejob.devdb.programs.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server's data folder: created whole or not at all, configured anew at each start. The
 * superuser's password, drawn at creation, is kept inside it.
 */
record DataFolder(Path path) {

  static final String SUPERUSER = "postgres";
  private static final String SETTINGS_FILE = "dev-database.conf";
  private static final String PASSWORD_FILE = "superuser-password";
  private static final Pattern PORT_SETTING = Pattern.compile("(?m)^port = '(\\d{1,5})'$");
  private static final int LOG_TAIL_LINES = 20;

  boolean created() {
    return Files.exists(path.resolve("PG_VERSION"));
  }

  Path log() {
    return path.resolve("server.log");
  }

  String superuserPassword() throws IOException {
    return Files.readString(path.resolve(PASSWORD_FILE)).strip();
  }

  /**
   * Creates the folder beside its place, with a fallback to locale C, and moves it there when
   * complete.
   */
  void createIfMissing(PostgresPrograms programs, String locale) throws IOException {
    if (created()) {
      return;
    }
    if (Files.exists(path)) {
      refuseUnlessEmpty();
    }
    PostgresPrograms.Result result = create(programs, locale);
    if (!result.succeeded() && result.output().contains("invalid locale name")) {
      result = create(programs, "C");
    }
    if (!result.succeeded()) {
      throw new IOException("initdb failed: " + result.output());
    }
  }

  private PostgresPrograms.Result create(PostgresPrograms programs, String locale)
      throws IOException {
    Path draft = Files.createTempDirectory(path.getParent(), path.getFileName() + "-new-");
    Path passwordFile = Files.createTempFile(path.getParent(), path.getFileName() + "-", ".pw");
    try {
      Files.writeString(passwordFile, newPassword());
      programs.runAs().own(draft);
      programs.runAs().own(passwordFile);
      PostgresPrograms.Result result = programs.initdb(draft, passwordFile, SUPERUSER, locale);
      if (result.succeeded()) {
        includeSettings(draft);
        Files.move(passwordFile, draft.resolve(PASSWORD_FILE));
        takePlace(draft);
      }
      return result;
    } finally {
      Files.deleteIfExists(passwordFile);
      Trees.delete(draft);
    }
  }

  private void takePlace(Path draft) throws IOException {
    try {
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!created()) {
        throw e;
      }
      // another process created it meanwhile
    }
  }

  private void refuseUnlessEmpty() throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      if (entries.findAny().isPresent()) {
        throw new IOException(
            "expected a PostgreSQL data folder or an empty one, found other files in " + path);
      }
    }
  }

  static String newPassword() {
    var bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void includeSettings(Path data) throws IOException {
    Files.writeString(
        data.resolve("postgresql.conf"),
        "\ninclude_if_exists = '" + SETTINGS_FILE + "'\n",
        StandardOpenOption.APPEND);
  }

  /** Writes the settings of the next start. */
  void configure(Map<String, String> settings) throws IOException {
    var text = new StringBuilder("# written at each start; changes are lost\n");
    settings.forEach(
        (name, value) ->
            text.append(name)
                .append(" = '")
                .append(value.replace("\\", "\\\\").replace("'", "''"))
                .append("'\n"));
    Path file = path.resolve(SETTINGS_FILE);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  /** The port of the last start; 0 if there was none. */
  int lastPort() throws IOException {
    Path file = path.resolve(SETTINGS_FILE);
    if (!Files.exists(file)) {
      return 0;
    }
    Matcher port = PORT_SETTING.matcher(Files.readString(file));
    return port.find() ? Integer.parseInt(port.group(1)) : 0;
  }

  /** The settings of a server: the defaults, overridden by the caller's, and the port. */
  Map<String, String> settings(int port, String timeZone, Map<String, String> callers) {
    var all = new LinkedHashMap<String, String>();
    all.put("listen_addresses", "localhost");
    // none: a path may be too long for one, and a killed server would leave its lock behind
    all.put("unix_socket_directories", "");
    all.put("max_connections", "200");
    all.put("password_encryption", "scram-sha-256");
    all.put("shared_preload_libraries", "pg_stat_statements");
    all.put("timezone", timeZone);
    all.put("log_timezone", timeZone);
    all.put("log_line_prefix", "%m [%p] %u@%d ");
    all.putAll(callers);
    all.put("port", Integer.toString(port));
    return all;
  }

  /**
   * Removes the mark of a server that died when PostgreSQL, seeing a process with that id, would
   * take it for alive and refuse to start: the id belongs to a stranger now, or nobody has
   * collected the dead process yet.
   *
   * @return whether there was such a mark
   * @throws IOException also if other processes of that server still live after the limit
   */
  boolean removeStaleMark(Duration limit) throws IOException {
    boolean misleading =
        Postmaster.on(path).isEmpty()
            && Postmaster.read(path).flatMap(left -> ProcessHandle.of(left.pid())).isPresent();
    // with the mark PostgreSQL's own guard against them goes, too
    if (misleading && !Await.until(limit, () -> Postmaster.processesIn(path).isEmpty())) {
      throw new IOException(
          "expected no process of the dead server, found " + Postmaster.processesIn(path));
    }
    return misleading && Files.deleteIfExists(path.resolve(Postmaster.FILE));
  }

  /** The last lines of the server's log, for error messages. */
  String logTail() {
    try {
      List<String> lines = Files.readAllLines(log(), StandardCharsets.ISO_8859_1);
      int from = Math.max(0, lines.size() - LOG_TAIL_LINES);
      return "Last lines of "
          + log()
          + ":\n"
          + String.join("\n", lines.subList(from, lines.size()));
    } catch (IOException e) {
      return "No server log: " + e;
    }
  }
}
