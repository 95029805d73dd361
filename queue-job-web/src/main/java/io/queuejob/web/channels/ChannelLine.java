package io.queuejob.web.channels;

import io.queuejob.admin.channel.ChannelLoad;
import io.queuejob.admin.channel.ChannelOrigin;
import io.queuejob.admin.channel.ChannelStatus;
import io.queuejob.web.VisibleText;
import io.queuejob.web.language.Figures;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A channel as a line of the tree: values made fit to show. */
public record ChannelLine(ChannelStatus status) {
  private static final int DEEPEST = 6;

  public String path() {
    return VisibleText.of(status.path());
  }

  /** The path for a place inside a script. */
  public String quoted() {
    return VisibleText.quoted(status.path());
  }

  public String name() {
    return VisibleText.of(status.name());
  }

  /** Path of the channel above with its dot, for those who cannot see the indentation. */
  public String above() {
    String path = path();
    return path.substring(0, path.length() - name().length());
  }

  /** Class that indents it. */
  public String depth() {
    return "qj-d" + Math.min(DEEPEST, status.depth());
  }

  /** The path as part of an address. */
  public String encoded() {
    return URLEncoder.encode(status.path(), StandardCharsets.UTF_8);
  }

  public boolean limited() {
    return load().held() != null;
  }

  /** Own capacity; empty for a channel without options. */
  public String capacity() {
    String own = status.options().getOrDefault("capacity", "*");
    return own.equals("*") ? "∞" : own;
  }

  /** Slots that are held, or runs where nothing is limited. */
  public long used() {
    return limited() ? load().held() : load().running();
  }

  /** For the bar; at least 1. */
  public int most() {
    return limited() ? Math.max(1, Integer.parseInt(status.options().get("capacity"))) : 1;
  }

  /** Whether more is held than may be, since the capacity was lowered. */
  public boolean over() {
    return limited() && used() > Integer.parseInt(status.options().get("capacity"));
  }

  /** Whether a channel above it is paused, and itself it is not. */
  public boolean pausedAbove() {
    return !status.paused() && halted() && status.limitedBy() != null;
  }

  /** Whether nothing may start in it. */
  public boolean halted() {
    return status.effective() != null && status.effective() == 0;
  }

  /** Whether a channel above it has the smaller limit, without a pause. */
  public boolean limitedAbove() {
    return status.limitedBy() != null && !halted();
  }

  public String limitedBy() {
    return VisibleText.of(status.limitedBy());
  }

  /** What waits, with a plus where counting stopped. */
  public String waiting() {
    return Figures.whole(load().waiting()) + (load().more() ? "+" : "");
  }

  /** Starts a minute; null if nobody counted. */
  public String starts() {
    Double starts = load().startsPerMinute();
    if (starts == null) {
      return null;
    }
    return starts > 0 && starts < 10 ? Figures.tenths(starts) : Figures.whole(Math.round(starts));
  }

  public ChannelLoad load() {
    return status.load();
  }

  public ChannelOrigin origin() {
    return status.origin();
  }

  public List<ChannelLoad.NodeShare> nodes() {
    return load().nodes();
  }

  /** Options beside capacity and pause, by key. */
  public List<Map.Entry<String, String>> extras() {
    return status.options().entrySet().stream()
        .filter(entry -> !entry.getKey().matches("capacity|paused"))
        .map(entry -> Map.entry(entry.getKey(), VisibleText.of(entry.getValue())))
        .toList();
  }
}
