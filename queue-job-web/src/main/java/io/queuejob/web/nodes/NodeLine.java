package io.queuejob.web.nodes;

import io.queuejob.admin.node.NodeStatus;
import io.queuejob.web.VisibleText;
import io.queuejob.web.language.Figures;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A node made fit to show. */
public record NodeLine(NodeStatus status) {

  public String label() {
    return VisibleText.of(status.label());
  }

  /** The label for a place inside a script. */
  public String quoted() {
    return VisibleText.quoted(status.label());
  }

  public String name() {
    return VisibleText.of(status.name());
  }

  public String application() {
    return VisibleText.of(status.application());
  }

  /** Version of the application; empty if the node does not know it. */
  public String applicationVersion() {
    return status.applicationVersion() == null ? "" : VisibleText.of(status.applicationVersion());
  }

  /** Version of the engine; empty if the build did not say. */
  public String version() {
    return status.version() == null ? "" : VisibleText.of(status.version());
  }

  /** The state as a word: alive, draining, drained, silent, gone. */
  public String state() {
    return status.state().name().toLowerCase(Locale.ROOT);
  }

  /** Icon beside the word. */
  public String icon() {
    return switch (status.state()) {
      case ALIVE -> "pi-check";
      case DRAINING -> "pi-hourglass";
      case DRAINED -> "pi-stop-circle";
      case SILENT -> "pi-exclamation-triangle";
      case GONE -> "pi-power-off";
    };
  }

  /** Age of the heartbeat in seconds, such as {@code 0.4 s}. */
  public String heartbeatAge() {
    double seconds = status.life().silentMillis() / 1000.0;
    return (seconds < 10 ? Figures.tenths(seconds) : Figures.whole(Math.round(seconds))) + " s";
  }

  public boolean alive() {
    return status.state() != NodeStatus.State.GONE;
  }

  /** Whether a button to drain it is of use. */
  public boolean drainable() {
    return alive() && status.drain() == null;
  }

  public boolean drained() {
    return alive() && status.drain() != null;
  }

  public String drainedBy() {
    return status.drain() == null ? "" : VisibleText.of(status.drain().by());
  }

  public String goneReason() {
    return VisibleText.of(status.life().goneReason());
  }

  /** Jobs claimed and not started, and those that run only for a moment. */
  public long held() {
    return Math.max(status.work().held(), status.work().running());
  }

  /** For the bar; at least 1. */
  public int most() {
    return Math.max(1, status.work().maxRunning() == null ? 1 : status.work().maxRunning());
  }

  /** The filter line that leaves the node's jobs, as part of an address. */
  public String filter() {
    String quoted = status.label().replace("\\", "\\\\").replace("\"", "\\\"");
    return URLEncoder.encode("node:\"" + quoted + "\"", StandardCharsets.UTF_8);
  }

  public List<Slots> slots() {
    return status.work().slots().stream()
        .map(
            slots ->
                new Slots(
                    VisibleText.of(slots.channel()),
                    slots.held() + " / " + (slots.capacity() == null ? "∞" : slots.capacity())))
        .toList();
  }

  /**
   * Slots of a channel.
   *
   * @param channel path
   * @param text how many of how many
   */
  public record Slots(String channel, String text) {}

  public String errorClass() {
    return VisibleText.of(status.lastError().errorClass());
  }

  public String errorMessage() {
    return VisibleText.firstLine(status.lastError().message());
  }
}
