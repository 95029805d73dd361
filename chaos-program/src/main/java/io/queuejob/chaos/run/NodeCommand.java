package io.queuejob.chaos.run;

import io.queuejob.chaos.node.NodeMain;
import io.queuejob.chaos.sabotage.Break;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.internal.channel.ChannelString;
import io.queuejob.internal.config.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How the process of a node is started, and what this version of the engine can be told. */
record NodeCommand(DatabaseLogin login, Break how, Path home) {
  static final String SEQUENTIAL = "root.seq";
  private static final String CHANNELS = "root:8,root.one:1,root.two:2,root.wide:*";
  private static final String EVICTION = "queue-job.eviction";
  private static final Duration EVICTED_AFTER = Duration.ofSeconds(10);

  /** Path of the sequential channel; null if this version has none. */
  static String sequential() {
    try {
      ChannelString.parse(CHANNELS + "," + SEQUENTIAL + ":1:sequential");
      return SEQUENTIAL;
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** When a frozen node is evicted; null if this version never does. */
  static Duration eviction() {
    boolean known = Arrays.stream(Setting.values()).anyMatch(one -> one.key().equals(EVICTION));
    return known ? EVICTED_AFTER : null;
  }

  List<String> of(String name, int port) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-Xss512k",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.util.logging.config.file=" + home.resolve("src/main/nodes.properties"),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                NodeMain.class.getName(),
                name,
                url(name, port),
                login.user(),
                login.password(),
                "queue-job.channels=" + channels(),
                "queue-job.shutdown-timeout=2s"));
    if (eviction() != null) {
      command.add(EVICTION + "=" + EVICTED_AFTER.toSeconds() + "s");
    }
    return command;
  }

  private static String channels() {
    return sequential() == null ? CHANNELS : CHANNELS + "," + SEQUENTIAL + ":1:sequential";
  }

  private String url(String name, int port) {
    String url =
        login.url().replaceFirst("//localhost:\\d+/", "//127.0.0.1:" + port + "/")
            + "?connectTimeout=5&tcpKeepAlive=true&ApplicationName="
            + name;
    return how == null ? url : how.url(url);
  }
}
