package io.queuejob.internal.config;

import io.queuejob.api.error.ConfigurationException;
import io.queuejob.internal.job.FunctionOption;
import io.queuejob.internal.job.FunctionSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Settings of functions: {@code queue-job.function.NAME.OPTION}. The name is the registered one,
 * such as {@code shop.Thumbnails.generate(long,int,int)}; without its parameters it means all
 * methods of that name, without its package all beans of that name, too. The strongest source that
 * has an option wins, in it the most exact name (S-JF-03).
 */
public final class FunctionKeys {
  /** Begins every such key. */
  public static final String PREFIX = Setting.PREFIX + "function.";

  private final List<UnaryOperator<String>> sources;
  private final Map<String, FunctionSettings> known = new ConcurrentHashMap<>();

  /** Keys in sources, the strongest first: value of a key, null if not set. */
  public FunctionKeys(List<UnaryOperator<String>> sources) {
    this.sources = List.copyOf(sources);
  }

  /** The names that keys may have for a function, the most exact last. */
  public static List<String> namesOf(String function) {
    int parameters = function.lastIndexOf('(');
    String name = parameters < 0 ? function : function.substring(0, parameters);
    String qualified = name.replaceFirst("@.*", "");
    int method = qualified.equals(name) ? name.lastIndexOf('.') : qualified.length();
    int simple = method < 0 ? 0 : name.lastIndexOf('.', method - 1) + 1;
    return Stream.of(name.substring(simple), function.substring(simple), name, function)
        .distinct()
        .toList();
  }

  /**
   * What is set of a function.
   *
   * @param function registered name
   * @throws ConfigurationException naming key, expected and found
   */
  public FunctionSettings settingsOf(String function) {
    return known.computeIfAbsent(function, this::read);
  }

  private FunctionSettings read(String function) {
    Map<String, String> options = new HashMap<>();
    for (FunctionOption option : FunctionOption.values()) {
      sources.stream()
          .map(source -> value(source, function, option))
          .filter(value -> value != null)
          .findFirst()
          .ifPresent(value -> options.put(option.key(), value));
    }
    return new FunctionSettings(options);
  }

  /** What one source says; null for nothing. */
  private static String value(
      UnaryOperator<String> source, String function, FunctionOption option) {
    String found = null;
    for (String name : namesOf(function)) {
      String key = PREFIX + name + "." + option.key();
      String value = source.apply(key);
      if (value != null && !value.isBlank()) {
        found = checked(key, option, value.strip());
      }
    }
    return found;
  }

  private static String checked(String key, FunctionOption option, String value) {
    String problem = option.problem(value);
    if (problem != null) {
      throw new ConfigurationException(
          "QJ2102", key + ": " + problem + ". Correct it, or remove it for the default");
    }
    return value;
  }
}
