package io.queuejob.internal.config;

import io.queuejob.api.error.ConfigurationException;
import io.queuejob.internal.job.FunctionOption;
import io.queuejob.internal.job.FunctionSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Settings of functions: {@code queue-job.function.NAME.OPTION}. The name is the registered one,
 * such as {@code Thumbnails.generate(long,int,int)}, or that without its parameters, which means
 * all methods of that name; the longer one wins (S-JF-03).
 */
public final class FunctionKeys {
  /** Begins every such key. */
  public static final String PREFIX = Setting.PREFIX + "function.";

  private final UnaryOperator<String> lookup;
  private final Map<String, FunctionSettings> known = new ConcurrentHashMap<>();

  /** Keys in a look-up: value of a key, null if not set. */
  public FunctionKeys(UnaryOperator<String> lookup) {
    this.lookup = lookup;
  }

  /** A registered name without its parameters. */
  public static String withoutParameters(String function) {
    int parameters = function.lastIndexOf('(');
    return parameters < 0 ? function : function.substring(0, parameters);
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
      for (String name : new String[] {withoutParameters(function), function}) {
        String key = PREFIX + name + "." + option.key();
        String value = lookup.apply(key);
        if (value != null && !value.isBlank()) {
          options.put(option.key(), checked(key, option, value.strip()));
        }
      }
    }
    return new FunctionSettings(options);
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
