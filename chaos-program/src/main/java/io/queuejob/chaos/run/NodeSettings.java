package io.queuejob.chaos.run;

import io.queuejob.chaos.load.Mix;
import io.queuejob.devdb.DatabaseLogin;
import java.time.Duration;
import java.util.Map;

/** What every node is told, in a server or outside. */
final class NodeSettings {
  /** When a frozen node is evicted. */
  static final Duration EVICTION = Duration.ofSeconds(10);

  /** The application of nodes and producer. */
  static final String APPLICATION = "queue-job.application";

  static final String CHAOS = "chaos";

  /** The settings of all nodes but for the name. */
  static final Map<String, String> ALL =
      Map.of(
          APPLICATION,
          CHAOS,
          "queue-job.channels",
          "root:8,root.one:1,root.two:2,root.wide:*," + Mix.SEQUENTIAL + ":1:sequential",
          "queue-job.shutdown-timeout",
          "2s",
          "queue-job.eviction",
          EVICTION.toSeconds() + "s");

  private NodeSettings() {}

  /** The database behind the proxy of a node. */
  static String url(DatabaseLogin login, String name, int port) {
    return login.url().replaceFirst("//localhost:\\d+/", "//127.0.0.1:" + port + "/")
        + "?connectTimeout=5&tcpKeepAlive=true&ApplicationName="
        + name;
  }
}
