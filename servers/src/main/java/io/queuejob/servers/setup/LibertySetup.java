package io.queuejob.servers.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Open Liberty: a user folder of its own for each start, with one file that has everything. */
public final class LibertySetup implements Setup {

  private static final String NAME = "queue";
  private static final Pattern RECORD =
      Pattern.compile("\\[[^]]*] [0-9a-f]+ (?<logger>\\S+) +(?<level>[A-Z]) (?<text>.*)");

  @Override
  public void prepare(Instance instance) throws IOException {
    Path server = server(instance);
    Files.createDirectories(server.resolve("drivers"));
    Pool pool = instance.pool();
    String applications =
        instance.applications().entrySet().stream()
            .map(LibertySetup::application)
            .collect(Collectors.joining("\n"));
    String configuration =
        Resources.text("liberty-server.xml").replace("  <!-- applications -->", applications);
    if (pool != null) {
      configuration =
          configuration
              .replace("@NAME@", pool.jndiName())
              .replace("@SIZE@", Integer.toString(pool.maxSize()));
    }
    Files.writeString(server.resolve("server.xml"), configuration);
    Files.writeString(
        server.resolve("bootstrap.properties"),
        "queue-job.port=" + instance.place().port() + "\ncommand.port=-1\n");
    for (Path library : instance.libraries()) {
      Files.copy(
          Instance.existing(library), server.resolve("drivers").resolve(library.getFileName()));
    }
    for (Map.Entry<String, Path> application : instance.applications().entrySet()) {
      Instance.copyTo(server.resolve("apps"), application);
    }
  }

  private static String application(Map.Entry<String, Path> application) {
    String name = application.getKey();
    String extension = Instance.extension(application.getValue());
    return """
          <application location="%s%s" name="%s"%s>
            <classloader commonLibraryRef="postgresql"/>
          </application>"""
        .formatted(
            name,
            extension,
            name,
            extension.equals(".war") ? " context-root=\"/" + name + "\"" : "");
  }

  private static Path server(Instance instance) {
    return instance.work("usr/servers").resolve(NAME);
  }

  @Override
  public List<String> command(Instance instance) throws IOException {
    var words = new ArrayList<String>();
    words.add(Instance.java());
    words.add("-javaagent:" + instance.home("bin/tools/ws-javaagent.jar"));
    words.add("-Djava.awt.headless=true");
    words.add("-Djava.io.tmpdir=" + instance.temporary());
    words.add("-Djdk.attach.allowAttachSelf=true");
    // as bin/server has them
    Files.readAllLines(instance.home("lib/platform/java/java9.options")).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(words::add);
    words.addAll(instance.jvm().options());
    words.add("-jar");
    words.add(Instance.existing(instance.home("bin/tools/ws-server.jar")).toString());
    words.add(NAME);
    return words;
  }

  @Override
  public Map<String, String> environment(Instance instance) {
    var variables = new LinkedHashMap<String, String>();
    variables.put("WLP_USER_DIR", instance.work("usr").toString());
    variables.put("WLP_OUTPUT_DIR", instance.work("output").toString());
    variables.put("LOG_DIR", instance.work("logs").toString());
    if (instance.pool() != null) {
      variables.putAll(instance.pool().environment());
    }
    return variables;
  }

  @Override
  public LogForm log() {
    return new LogForm(RECORD, "I", Set.of("E", "F"), Pattern.compile("CWWKF0011I: .*"));
  }
}
