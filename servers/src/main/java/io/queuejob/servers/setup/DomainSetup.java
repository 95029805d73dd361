package io.queuejob.servers.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Payara Server and GlassFish: a domain of its own for each start, made by {@code asadmin}, whose
 * JVM is started directly, so that its process is a child of this one. Data source and applications
 * are told to the running domain.
 */
public final class DomainSetup implements Setup {

  private static final String DOMAIN = "queue";
  private static final int ADMIN = 4848;
  private static final String CONSOLE_ONLY =
      """
      com.sun.enterprise.server.logging.GFFileHandler.logtoFile=false
      com.sun.enterprise.server.logging.GFFileHandler.logStandardStreams=false
      """;
  private static final Map<String, Integer> USUAL_PORTS = usualPorts();

  private final String poolCommands;
  private final String bootEnd;

  private DomainSetup(String poolCommands, String bootEnd) {
    this.poolCommands = poolCommands;
    this.bootEnd = bootEnd;
  }

  /** Payara Server. */
  public static Setup payara() {
    return new DomainSetup("payara-pool.txt", "Payara Server .* startup time.*");
  }

  /** Eclipse GlassFish. */
  public static Setup glassFish() {
    return new DomainSetup("glassfish-pool.txt", ".*GlassFish .* startup time.*");
  }

  private static Map<String, Integer> usualPorts() {
    var ports = new LinkedHashMap<String, Integer>();
    ports.put("http.ssl.port", 8181);
    ports.put("jms.port", 7676);
    ports.put("domain.jmxPort", 8686);
    ports.put("orb.listener.port", 3700);
    ports.put("orb.ssl.port", 3820);
    ports.put("orb.mutualauth.port", 3920);
    ports.put("osgi.shell.telnet.port", 6666);
    ports.put("java.debugger.port", 9009);
    return ports;
  }

  /** The commands that make a pool and name it. */
  static String pool(String resource, Pool pool) throws IOException {
    return Resources.text(resource)
        .replace("@SIZE@", Integer.toString(pool.maxSize()))
        .replace("@NAME@", pool.jndiName())
        .replace("@USER@", escaped(pool.user()))
        .replace("@PASSWORD@", escaped(pool.password()))
        .replace("@URL@", escaped(pool.url()));
  }

  /**
   * A value in a list of properties that are joined by colons. The backslash is doubled, since one
   * level of them goes when a file of commands is read.
   */
  private static String escaped(String value) {
    return value.replace("\\", "\\\\\\\\").replaceAll("[:=]", "\\\\\\\\$0");
  }

  @Override
  public void prepare(Instance instance) throws IOException {
    int http = instance.place().port();
    String ports =
        USUAL_PORTS.entrySet().stream()
            .map(port -> port.getKey() + "=" + Ports.shifted(http, port.getValue()))
            .collect(Collectors.joining(":"));
    asadmin(
        instance,
        List.of(
            "create-domain",
            "--nopassword=true",
            "--checkports=false",
            "--savemasterpassword=false",
            "--domaindir",
            instance.work("domains").toString(),
            "--instanceport",
            Integer.toString(http),
            "--adminport",
            adminPort(instance),
            "--domainproperties",
            ports,
            DOMAIN));
    Path domain = instance.work("domains").resolve(DOMAIN);
    // Payara Server would send what stands on the console through the log, to the console again
    Files.writeString(
        domain.resolve("config/logging.properties"),
        Resources.text("logging.properties") + CONSOLE_ONLY);
    for (Path library : instance.libraries()) {
      Files.copy(Instance.existing(library), domain.resolve("lib").resolve(library.getFileName()));
    }
  }

  private static String adminPort(Instance instance) {
    return Integer.toString(Ports.shifted(instance.place().port(), ADMIN));
  }

  /** What {@code start-domain} would run, one word a line. */
  @Override
  public List<String> command(Instance instance) throws IOException {
    String answer =
        asadmin(
            instance,
            List.of(
                "start-domain",
                "--dry-run",
                "--domaindir",
                instance.work("domains").toString(),
                DOMAIN));
    List<String> words = answer.lines().map(String::strip).filter(w -> !w.isEmpty()).toList();
    int java = 0;
    while (java < words.size() && !words.get(java).matches(".*[/\\\\]java(\\.exe)?")) {
      java++;
    }
    int end = java;
    while (end < words.size() && !words.get(end).startsWith("Command start-domain")) {
      end++;
    }
    if (java == end) {
      throw new IOException("expected the command of the domain, found: " + answer);
    }
    var command = new ArrayList<>(words.subList(java, end));
    command.addAll(mainClass(command), instance.jvm().options());
    return command;
  }

  /** Where options of the JVM end; what stands last there wins over the domain's own. */
  private static int mainClass(List<String> command) throws IOException {
    for (int i = 1; i < command.size(); i++) {
      if (command.get(i).matches("-jar|[a-z.]+\\.(ASMain|GlassFishMain)")) {
        return i;
      }
    }
    throw new IOException("expected a main class in " + String.join(" ", command));
  }

  @Override
  public void started(Instance instance) throws IOException {
    var commands = new ArrayList<String>();
    if (instance.pool() != null) {
      commands.add(pool(poolCommands, instance.pool()).strip());
    }
    for (Map.Entry<String, Path> application : instance.applications().entrySet()) {
      Path archive = Instance.existing(application.getValue());
      boolean web = Instance.extension(archive).equals(".war");
      commands.add(
          "deploy --name "
              + application.getKey()
              + (web ? " --contextroot " + application.getKey() : "")
              + " "
              + archive);
    }
    Path file = Files.write(instance.work("commands.txt"), commands);
    String answer =
        asadmin(
            instance,
            List.of("--port", adminPort(instance), "multimode", "--file", file.toString()));
    if (answer.contains(" failed.")) {
      throw new IOException(answer);
    }
  }

  private static String asadmin(Instance instance, List<String> words) throws IOException {
    var command = new ArrayList<String>();
    command.add(Instance.java());
    command.add("-jar");
    command.add(
        Instance.existing(instance.home("glassfish/lib/client/appserver-cli.jar")).toString());
    command.add("--interactive=false");
    command.addAll(words);
    return new Program(
            instance.work("asadmin.log"), Map.of("JAVA_HOME", System.getProperty("java.home")))
        .run(command);
  }

  @Override
  public Map<String, String> environment(Instance instance) {
    return instance.pool() == null ? Map.of() : instance.pool().environment();
  }

  /** On later starts Payara Server loads them after it said so. */
  @Override
  public boolean bootIncludesApplications() {
    return false;
  }

  @Override
  public LogForm log() {
    return LogForm.oneLine(bootEnd);
  }
}
