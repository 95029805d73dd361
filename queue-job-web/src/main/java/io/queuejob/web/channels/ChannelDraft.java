package io.queuejob.web.channels;

import io.queuejob.admin.channel.ChannelStatus;
import io.queuejob.web.VisibleText;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a person fills into the form of a channel. */
public class ChannelDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Options that are texts. */
  static final List<String> TEXTS =
      List.of("capacity", "throttle", "rate", "capacity_default", "max_waiting", "retention_days");

  /** Options that are yes or no. */
  static final List<String> FLAGS = List.of("paused", "sequential", "sequential_default");

  private final boolean fresh;
  private final String version;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Boolean> flags = new HashMap<>();
  private String path;

  private ChannelDraft(String path, boolean fresh, String version, Map<String, String> options) {
    this.path = path;
    this.fresh = fresh;
    this.version = version;
    TEXTS.forEach(key -> texts.put(key, options.getOrDefault(key, "")));
    FLAGS.forEach(key -> flags.put(key, "true".equals(options.get(key))));
  }

  /** Of a channel that is there. */
  static ChannelDraft of(ChannelStatus status) {
    return new ChannelDraft(status.path(), !status.set(), status.version(), status.options());
  }

  /** Of one that is to be added. */
  static ChannelDraft fresh(String path) {
    return new ChannelDraft(path, true, null, Map.of("capacity", "1"));
  }

  /** All options as texts. */
  Map<String, String> options() {
    Map<String, String> options = new HashMap<>();
    texts.forEach((key, value) -> options.put(key, value == null ? "" : value));
    flags.forEach((key, value) -> options.put(key, String.valueOf(Boolean.TRUE.equals(value))));
    return options;
  }

  /** Whether it is to be added. */
  public boolean isFresh() {
    return fresh;
  }

  String version() {
    return version;
  }

  public String getPath() {
    return path;
  }

  /** The path for a place inside a script. */
  public String getQuoted() {
    return VisibleText.quoted(path);
  }

  public void setPath(String path) {
    this.path = path == null ? "" : path.strip();
  }

  public Map<String, String> getTexts() {
    return texts;
  }

  public Map<String, Boolean> getFlags() {
    return flags;
  }
}
