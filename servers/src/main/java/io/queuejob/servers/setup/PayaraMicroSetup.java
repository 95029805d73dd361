package io.queuejob.servers.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Payara Micro: one jar, told everything by its command line. It takes no enterprise archives. */
public final class PayaraMicroSetup implements Setup {

  private static final String POOL = "payara-pool.txt";

  @Override
  public void prepare(Instance instance) throws IOException {
    Resources.copy("logging.properties", instance.work("logging.properties"));
    var commands = new ArrayList<String>();
    // no cluster: the data grid would only cost two seconds and its sockets
    commands.add(
        "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false");
    if (instance.pool() != null) {
      commands.add(DomainSetup.pool(POOL, instance.pool()));
    }
    Files.write(instance.work("boot-commands.txt"), commands);
    for (Map.Entry<String, Path> application : instance.applications().entrySet()) {
      Instance.copyTo(instance.place().work(), application);
    }
  }

  @Override
  public List<String> command(Instance instance) throws IOException {
    var words = new ArrayList<String>();
    words.add(Instance.java());
    words.add("-Dfile.encoding=UTF-8");
    words.add("-Djava.io.tmpdir=" + instance.temporary());
    words.addAll(instance.jvm().options());
    words.addAll(List.of("-jar", Instance.existing(instance.place().home()).toString()));
    words.add("--nocluster");
    words.addAll(List.of("--port", Integer.toString(instance.place().port())));
    words.addAll(List.of("--logproperties", instance.work("logging.properties").toString()));
    words.addAll(List.of("--prebootcommandfile", instance.work("boot-commands.txt").toString()));
    for (Path library : instance.libraries()) {
      words.addAll(List.of("--addlibs", Instance.existing(library).toString()));
    }
    for (String contextRoot : instance.applications().keySet()) {
      words.addAll(List.of("--deploy", instance.work(contextRoot + ".war").toString()));
    }
    return words;
  }

  @Override
  public Map<String, String> environment(Instance instance) {
    return instance.pool() == null ? Map.of() : instance.pool().environment();
  }

  @Override
  public LogForm log() {
    return LogForm.oneLine("Payara Micro .* ready in .*");
  }
}
