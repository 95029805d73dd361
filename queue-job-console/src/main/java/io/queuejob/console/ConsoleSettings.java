package io.queuejob.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the console was started with: the environment wins over system properties. */
public final class ConsoleSettings {
  private static final Map<String, Boolean> SWITCH =
      Map.of("true", true, "on", true, "1", true, "false", false, "off", false, "0", false);

  private final UnaryOperator<String> environment;
  private final UnaryOperator<String> properties;

  /** Settings of these two sources. */
  public ConsoleSettings(UnaryOperator<String> environment, UnaryOperator<String> properties) {
    this.environment = environment;
    this.properties = properties;
  }

  /** Those of this process. */
  public static ConsoleSettings ofProcess() {
    return new ConsoleSettings(System::getenv, System::getProperty);
  }

  /** The name in the environment: {@code queue-job.admin.user} is QUEUE_JOB_ADMIN_USER. */
  public static String variable(String key) {
    return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** The text of a setting; empty if it is not given or blank. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(environment.apply(variable(key)))
        .filter(value -> !value.isBlank())
        .or(() -> Optional.ofNullable(properties.apply(key)).filter(value -> !value.isBlank()));
  }

  /** The words of a setting, separated by commas. */
  public Set<String> words(String key) {
    return Arrays.stream(text(key).orElse("").split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether a setting is on; not given means off.
   *
   * @throws IllegalArgumentException naming the setting, if its text means neither
   */
  public boolean isOn(String key) {
    String text = text(key).orElse("false").strip();
    Boolean on = SWITCH.get(text.toLowerCase(Locale.ROOT));
    if (on == null) {
      throw new IllegalArgumentException(
          "QJ7300 %s: expected true or false, found '%s'; correct it, or leave it out for false."
              .formatted(key, text));
    }
    return on;
  }
}
