package io.queuejob.it.container.tenants;

import java.lang.reflect.Method;

/** Commands for the running server, as an administrator gives them; by reflection, not compiled. */
final class ServerCommands {

  private ServerCommands() {}

  static void makeDataSource(
      String name, String port, String database, String user, String password) throws Exception {
    run(
        "create-jdbc-connection-pool",
        "--datasourceclassname=org.postgresql.ds.PGSimpleDataSource",
        "--restype=javax.sql.DataSource",
        "--steadypoolsize=1",
        "--maxpoolsize=20",
        "--isconnectvalidatereq=true",
        "--validationmethod=custom-validation",
        "--validationclassname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
        "--property=serverName=localhost:portNumber=%s:databaseName=%s:user=%s:password=%s"
            .formatted(port, database, user, password),
        name + "-pool");
    run("create-jdbc-resource", "--connectionpoolid=" + name + "-pool", name);
  }

  static void removeDataSource(String name) throws Exception {
    run("delete-jdbc-resource", name);
  }

  private static void run(String command, String... arguments) throws Exception {
    Class<?> globals = Class.forName("org.glassfish.internal.api.Globals");
    Class<?> type = Class.forName("org.glassfish.embeddable.CommandRunner");
    Object runner = globals.getMethod("get", Class.class).invoke(null, type);
    Method method = type.getMethod("run", String.class, String[].class);
    Object result = method.invoke(runner, command, arguments);
    Class<?> results = Class.forName("org.glassfish.embeddable.CommandResult");
    String status = String.valueOf(results.getMethod("getExitStatus").invoke(result));
    if (!status.equals("SUCCESS")) {
      throw new IllegalStateException(
          command + ": " + results.getMethod("getOutput").invoke(result));
    }
  }
}
