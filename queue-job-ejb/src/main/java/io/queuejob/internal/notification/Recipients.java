package io.queuejob.internal.notification;

import io.queuejob.internal.config.FunctionKeys;
import io.queuejob.internal.config.NoticeSettings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is told of a failure: who is named for the function, the most exact name first, else for the
 * nearest channel above, else for all.
 */
public final class Recipients {
  private static final Logger LOG = System.getLogger(Recipients.class.getName());
  private static final int MOST_KNOWN = 10_000;

  private final NoticeSettings settings;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  public Recipients(NoticeSettings settings) {
    this.settings = settings;
  }

  /** Addresses; empty if nobody is to be told. */
  public List<String> of(String function, String channel) {
    if (known.size() > MOST_KNOWN) {
      known.clear();
    }
    String text = known.computeIfAbsent(function + "\n" + channel, key -> find(function, channel));
    return text.equals(NoticeSettings.NOBODY)
        ? List.of()
        : Arrays.stream(text.split("[\\s,]+")).distinct().toList();
  }

  private String find(String function, String channel) {
    List<String> names = FunctionKeys.namesOf(function);
    for (int i = names.size() - 1; i >= 0; i--) {
      String text = read("function." + names.get(i));
      if (text != null) {
        return text;
      }
    }
    for (String path = channel; !path.isEmpty(); path = parent(path)) {
      String text = read("channel." + path);
      if (text != null) {
        return text;
      }
    }
    return settings.recipients().orElse(NoticeSettings.NOBODY).strip();
  }

  private String read(String rest) {
    String text = settings.overrides().apply(rest);
    if (text == null || text.isBlank()) {
      return null;
    }
    String problem = NoticeSettings.problem(text);
    if (problem != null) {
      LOG.log(
          Level.ERROR,
          "QJ7401 {0}{1}: {2}; correct it, until then the next one above counts",
          NoticeSettings.PREFIX,
          rest,
          problem);
      return null;
    }
    return text.strip();
  }

  private static String parent(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }
}
