package io.queuejob.demo.server;

import io.queuejob.devdb.programs.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prepares the working folder of a server and the command that starts it. */
record Launch(PayaraMicroBuilder settings) {

  // the pool's secrets and its URL with all its special characters go by the environment
  private static final String URL = "QUEUE_JOB_POOL_URL";
  private static final String USER = "QUEUE_JOB_POOL_USER";
  private static final String PASSWORD = "QUEUE_JOB_POOL_PASSWORD";

  // a restarted database leaves dead connections behind: each is tried before it is lent, at most
  // every 5 s. Not all are dropped when one is dead: that would end the runs on fresh ones, too
  private static final String VALIDATION =
      " --isconnectvalidatereq=true --validateatmostonceperiod 5 --failconnection=false"
          + " --validationmethod custom-validation --validationclassname"
          + " org.glassfish.api.jdbc.validation.PostgresConnectionValidation";

  Process start() throws IOException {
    Trees.delete(settings.work);
    Files.createDirectories(temporary());
    Files.createDirectories(settings.log.toAbsolutePath().getParent());
    keepPreviousLog();
    var builder = new ProcessBuilder(command());
    builder.directory(settings.work.toFile());
    builder.redirectErrorStream(true).redirectOutput(settings.log.toFile());
    environment(builder.environment());
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private List<String> command() throws IOException {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-Dfile.encoding=UTF-8");
    words.add("-Djava.io.tmpdir=" + temporary());
    words.addAll(settings.jvmOptions);
    words.addAll(List.of("-jar", existing(settings.jar).toString(), "--nocluster"));
    words.addAll(List.of("--port", Integer.toString(settings.port)));
    words.addAll(List.of("--logproperties", logProperties().toString()));
    words.addAll(List.of("--prebootcommandfile", bootCommands().toString()));
    for (Path library : settings.libraries) {
      words.addAll(List.of("--addlibs", existing(library).toString()));
    }
    for (Map.Entry<String, Path> application : settings.applications.entrySet()) {
      words.addAll(List.of("--deploy", archive(application).toString()));
    }
    return words;
  }

  /** The application under the name that Payara Micro takes the context root from. */
  private Path archive(Map.Entry<String, Path> application) throws IOException {
    Path war = existing(application.getValue());
    String name = application.getKey() + ".war";
    Path target = settings.work.resolve(name);
    return war.endsWith(name) ? war : Files.copy(war, target);
  }

  private Path bootCommands() throws IOException {
    var commands = new ArrayList<String>();
    // no cluster: the data grid would only cost two seconds and its sockets
    commands.add(
        "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false");
    if (settings.pool != null) {
      commands.add(
          "create-jdbc-connection-pool --datasourceclassname org.postgresql.ds.PGSimpleDataSource"
              + " --restype javax.sql.DataSource --steadypoolsize 4 --poolresize 1"
              // long, so that connections are not replaced all the time; with 0 the pool cannot be
              // filled again after its connections died
              + " --idletimeout 3600"
              + VALIDATION
              + " --maxpoolsize "
              + settings.pool.maxSize()
              + " --property user=${ENV="
              + USER
              + "}:password=${ENV="
              + PASSWORD
              + "}:url=${ENV="
              + URL
              + "}"
              + " queue-job-pool");
      commands.add(
          "create-jdbc-resource --connectionpoolid queue-job-pool " + settings.pool.jndiName());
    }
    return Files.write(settings.work.resolve("boot-commands.txt"), commands);
  }

  private Path logProperties() throws IOException {
    Path target = settings.work.resolve("logging.properties");
    try (InputStream source = Launch.class.getResourceAsStream("logging.properties")) {
      Files.copy(source, target);
    }
    return target;
  }

  private void environment(Map<String, String> variables) {
    variables.putAll(settings.environment);
    if (settings.pool != null) {
      variables.put(URL, settings.pool.url());
      variables.put(USER, settings.pool.user());
      variables.put(PASSWORD, settings.pool.password());
    }
  }

  private Path temporary() {
    return settings.work.resolve("tmp");
  }

  private void keepPreviousLog() throws IOException {
    if (Files.exists(settings.log)) {
      Path previous = settings.log.resolveSibling(settings.log.getFileName() + ".previous");
      Files.move(settings.log, previous, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Path existing(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(
          file.toString(), null, "expected a file to start the server with");
    }
    return file;
  }
}
