package io.queuejob.internal.boot.command;

import io.queuejob.admin.doctor.Finding;
import io.queuejob.api.error.ConfigurationException;
import io.queuejob.api.error.QueueJobException;
import io.queuejob.api.error.StorageException;
import io.queuejob.internal.boot.Environment;
import io.queuejob.internal.config.Settings;
import io.queuejob.internal.config.SettingsReader;
import io.queuejob.internal.operations.doctor.DoctorDesk;
import io.queuejob.internal.postgres.DedicatedConnections;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.internal.storage.Session;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * {@code doctor [--json] URL}: what the doctor of the admin finds in a database, each with its
 * cure. Exit code 0 if there is nothing to do, 1 if there is, 2 if it could not look.
 */
final class DoctorCommand {
  static final String NAME = "doctor";

  private static final String JSON = "--json";
  private static final String SCHEME = "jdbc:postgresql:";
  private static final int FINE = 0;
  private static final int ILL = 1;
  private static final int NOT_EXAMINED = 2;
  private static final DedicatedConnections.Terms TERMS =
      new DedicatedConnections.Terms(NAME, 10_000);

  private final UnaryOperator<String> environment;
  private final PrintStream out;
  private final PrintStream complaints;

  /**
   * A command.
   *
   * @param environment value of a setting or variable, null if not set
   */
  DoctorCommand(UnaryOperator<String> environment, PrintStream out, PrintStream complaints) {
    this.environment = environment;
    this.out = out;
    this.complaints = complaints;
  }

  /** Examines the database that the arguments name; returns the exit code. */
  int run(List<String> arguments) {
    try {
      List<Finding> findings = examine(url(arguments));
      out.print(
          arguments.contains(JSON) ? DoctorReport.json(findings) : DoctorReport.text(findings));
      return findings.stream().allMatch(one -> one.state() == Finding.State.FINE) ? FINE : ILL;
    } catch (QueueJobException e) {
      complaints.println(e.getMessage());
      return NOT_EXAMINED;
    }
  }

  private static String url(List<String> arguments) {
    List<String> urls = arguments.stream().filter(one -> !one.equals(JSON)).toList();
    if (urls.size() != 1 || !urls.get(0).startsWith(SCHEME)) {
      throw new ConfigurationException(
          "QJ6100",
          "expected '"
              + NAME
              + " ["
              + JSON
              + "] "
              + SCHEME
              + "//HOST/DATABASE', found '"
              + NAME
              + arguments.stream().map(one -> " " + withoutLogin(one)).reduce("", String::concat)
              + "'; user and password are those of PGUSER and PGPASSWORD, or parameters of the URL");
    }
    return urls.get(0);
  }

  /** Addresses in messages show no password. */
  private static String withoutLogin(String url) {
    return url.replaceFirst("\\?.*", "").replaceFirst("//[^/]*@", "//");
  }

  private List<Finding> examine(String url) {
    requireDriver(url);
    Settings settings = SettingsReader.read(environment, NAME, NAME);
    DedicatedConnections connections = new DedicatedConnections(null, database(settings, url));
    try (Connection connection = connections.open(TERMS)) {
      new Migrations(connections).check();
      return new DoctorDesk(
              new Session(new Lent(connection)),
              Migrations.script(),
              settings.around().retentionInterval(),
              Environment.Clocks.SYSTEM.instants())
          .examine();
    } catch (SQLException e) {
      throw new StorageException(
          "QJ6102",
          "expected a connection to "
              + withoutLogin(url)
              + ", found none: "
              + e.getMessage()
              + "; see that the database runs and lets the role in that PGUSER and PGPASSWORD, or"
              + " the URL, name",
          e);
    }
  }

  /** The jar carries no driver: servers have their own. */
  private static void requireDriver(String url) {
    try {
      DriverManager.getDriver(url);
    } catch (SQLException e) {
      throw new ConfigurationException(
          "QJ6101",
          "expected the PostgreSQL driver on the class path, found none; run java -cp"
              + " queue-job-ejb.jar:postgresql.jar "
              + Main.class.getName()
              + " "
              + NAME
              + " …");
    }
  }

  /** Parameters of the URL win over what is said beside it. */
  private Settings.Database database(Settings settings, String url) {
    return new Settings.Database(
        settings.database().dataSource(),
        settings.database().others(),
        Settings.Migrate.OFF,
        Optional.of(url),
        variable("PGUSER"),
        variable("PGPASSWORD"));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isEmpty());
  }

  /** The one connection of a session, which somebody else closes. */
  private record Lent(Connection connection) implements Session.Source {
    @Override
    public Connection open() {
      return connection;
    }

    @Override
    public void giveBack(Connection back, boolean broken) {
      // whoever opened it closes it, and nothing is asked after that
    }
  }
}
