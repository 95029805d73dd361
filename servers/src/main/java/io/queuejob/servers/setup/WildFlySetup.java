package io.queuejob.servers.setup;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * WildFly: a base folder of its own for each start, set up by its command line client before the
 * server runs. The driver is a module of a second module path, beside the distribution.
 */
public final class WildFlySetup implements Setup {

  private static final String CLI = "wildfly.cli";
  private static final Pattern RECORD =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d [\\d:,]+ (?<level>[A-Z]+) +\\[(?<logger>[^]]*)]"
              + " \\([^)]*\\) (?<text>.*)");

  // as bin/common.sh has them
  private static final List<String> OPENED =
      List.of(
          "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
          "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--add-opens=java.base/java.net=ALL-UNNAMED",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.management/javax.management=ALL-UNNAMED",
          "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

  @Override
  public void prepare(Instance instance) throws IOException {
    Path configuration = base(instance).resolve("configuration");
    Files.createDirectories(configuration);
    for (String name :
        List.of(
            "standalone.xml",
            "logging.properties",
            "application-users.properties",
            "application-roles.properties",
            "mgmt-users.properties",
            "mgmt-groups.properties")) {
      Files.copy(
          instance.home("standalone/configuration").resolve(name), configuration.resolve(name));
    }
    module(instance);
    for (Map.Entry<String, Path> application : instance.applications().entrySet()) {
      Instance.copyTo(base(instance).resolve("deployments"), application);
    }
    if (instance.pool() != null) {
      configure(instance);
    }
  }

  private static Path base(Instance instance) {
    return instance.work("standalone");
  }

  private static void module(Instance instance) throws IOException {
    Path module = instance.work("modules/org/postgresql/main");
    Files.createDirectories(module);
    for (Path library : instance.libraries()) {
      Files.copy(Instance.existing(library), module.resolve(library.getFileName()));
    }
    String jars =
        instance.libraries().stream()
            .map(library -> "<resource-root path=\"" + library.getFileName() + "\"/>")
            .collect(Collectors.joining());
    String descriptor = Resources.text("wildfly-module.xml");
    Files.writeString(
        module.resolve("module.xml"),
        descriptor.replace("<resource-root path=\"postgresql.jar\"/>", jars));
  }

  private static void configure(Instance instance) throws IOException {
    String commands =
        Resources.text(CLI)
            .replace("@SIZE@", Integer.toString(instance.pool().maxSize()))
            .replace("@NAME@", instance.pool().jndiName());
    Path file = Files.writeString(instance.work(CLI), commands);
    var words = new ArrayList<>(java(instance));
    words.add("-Dlogging.configuration=file:" + instance.home("bin/jboss-cli-logging.properties"));
    words.addAll(modules(instance));
    words.addAll(List.of("org.jboss.as.cli", "--file=" + file));
    new Program(instance.work("cli.log"), Map.of("JBOSS_HOME", instance.place().home().toString()))
        .run(words);
  }

  private static List<String> java(Instance instance) {
    var words = new ArrayList<String>();
    words.add(Instance.java());
    words.addAll(OPENED);
    words.add("-Djava.io.tmpdir=" + instance.temporary());
    words.add("-Djboss.home.dir=" + instance.place().home());
    words.add("-Djboss.server.base.dir=" + base(instance));
    words.add("-Djboss.modules.system.pkgs=org.jboss.byteman");
    words.add("-Djava.awt.headless=true");
    words.add("-Dorg.jboss.logmanager.nocolor=true");
    return words;
  }

  private static List<String> modules(Instance instance) throws IOException {
    return List.of(
        "-jar",
        Instance.existing(instance.home("jboss-modules.jar")).toString(),
        "-mp",
        instance.home("modules") + File.pathSeparator + instance.work("modules"));
  }

  @Override
  public List<String> command(Instance instance) throws IOException {
    var words = new ArrayList<>(java(instance));
    words.add(
        "-Dlogging.configuration=file:"
            + base(instance).resolve("configuration/logging.properties"));
    words.add("-Dorg.jboss.boot.log.file=" + base(instance).resolve("log/server.log"));
    words.addAll(instance.jvm().options());
    words.addAll(modules(instance));
    words.add("org.jboss.as.standalone");
    // all its ports move with that for HTTP
    words.add("-Djboss.socket.binding.port-offset=" + (instance.place().port() - 8080));
    return words;
  }

  @Override
  public Map<String, String> environment(Instance instance) {
    return instance.pool() == null ? Map.of() : instance.pool().environment();
  }

  @Override
  public LogForm log() {
    return new LogForm(
        RECORD, "INFO", Set.of("ERROR", "FATAL"), Pattern.compile("WFLYSRV002[56]: .* started .*"));
  }
}
