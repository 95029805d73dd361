package io.queuejob.internal.job;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one source says of a function: texts by the name of an option. What a source does not say is
 * left to the source below it (S-JF-03).
 *
 * @param options texts that {@link FunctionOption} accepts, by its key
 */
public record FunctionSettings(Map<String, String> options) {
  /** Says nothing. */
  public static final FunctionSettings NONE = new FunctionSettings(Map.of());

  public FunctionSettings {
    options = Map.copyOf(options);
  }

  /** What this says, and of the rest what the other says. */
  public FunctionSettings over(FunctionSettings below) {
    if (options.isEmpty() || below.options.isEmpty()) {
      return options.isEmpty() ? below : this;
    }
    Map<String, String> all = new TreeMap<>(below.options);
    all.putAll(options);
    return new FunctionSettings(all);
  }

  /** The text of an option; null if nothing is said of it. */
  public String text(FunctionOption option) {
    return options.get(option.key());
  }

  /** A number; the other value if nothing is said of it, or what is said is none. */
  public int number(FunctionOption option, int otherwise) {
    String text = text(option);
    return text == null || option.problem(text) != null ? otherwise : Integer.parseInt(text);
  }

  /** The channel; the other one if nothing is said of it, or what is said is none. */
  public ChannelPath channel(ChannelPath otherwise) {
    String text = text(FunctionOption.CHANNEL);
    return text == null || FunctionOption.CHANNEL.problem(text) != null
        ? otherwise
        : ChannelPath.of(text);
  }
}
