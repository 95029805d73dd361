package io.queuejob.web.health;

import io.queuejob.admin.health.DataSourceHealth;
import io.queuejob.admin.health.Gauges;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Gauges in the text format of Prometheus. */
final class MetricsText {
  static final String MEDIA_TYPE = "text/plain; version=0.0.4";

  private final StringBuilder text = new StringBuilder();

  private MetricsText() {}

  /** The text of all gauges. */
  static String of(Gauges gauges) {
    MetricsText text = new MetricsText();
    text.head("queue_job_jobs", "Jobs that are not over, by state; cut at 100000 each.");
    gauges.jobs().forEach((state, number) -> text.line("queue_job_jobs", "state", state, number));
    text.channels(
        "queue_job_channel_capacity",
        "Most jobs at once in a channel and below; absent without limit.",
        gauges.channels(),
        Gauges.Channel::capacity);
    text.channels(
        "queue_job_channel_held",
        "Slots taken in a channel and below.",
        gauges.channels(),
        Gauges.Channel::held);
    text.channels(
        "queue_job_channel_paused",
        "1 while nothing starts in a channel.",
        gauges.channels(),
        channel -> channel.paused() ? 1 : 0);
    text.channels(
        "queue_job_channel_oldest_wait_seconds",
        "How long the job waits that was called first of those due now; 0 if none waits.",
        gauges.channels(),
        channel -> channel.oldestSeconds() == null ? 0 : Math.max(0, channel.oldestSeconds()));
    text.head("queue_job_node_running", "Jobs running on a node.");
    gauges.nodes().forEach(n -> text.line("queue_job_node_running", "node", n.name(), n.running()));
    text.head("queue_job_node_heartbeat_age_seconds", "Age of a node's last sign of life.");
    gauges
        .nodes()
        .forEach(
            n ->
                text.line(
                    "queue_job_node_heartbeat_age_seconds",
                    "node",
                    n.name(),
                    n.heartbeatSeconds()));
    return text.text.toString();
  }

  /** The text about data sources; empty where there is but one. */
  static String of(List<DataSourceHealth> dataSources) {
    MetricsText text = new MetricsText();
    if (dataSources.size() > 1) {
      String name = "queue_job_data_source_up";
      text.head(name, "1 while calls of a data source are stored and its jobs run.");
      dataSources.forEach(one -> text.line(name, "data_source", one.name(), one.up() ? 1 : 0));
    }
    return text.text.toString();
  }

  private void channels(
      String name,
      String help,
      Collection<Gauges.Channel> channels,
      Function<Gauges.Channel, Number> value) {
    head(name, help);
    channels.forEach(channel -> line(name, "channel", channel.path(), value.apply(channel)));
  }

  private void head(String name, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(" gauge\n");
  }

  private void line(String name, String label, String value, Number number) {
    if (number == null) {
      return;
    }
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    text.append(name).append('{').append(label).append("=\"").append(escaped).append("\"} ");
    text.append(number).append('\n');
  }
}
