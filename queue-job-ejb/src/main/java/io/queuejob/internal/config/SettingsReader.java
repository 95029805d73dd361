package io.queuejob.internal.config;

import io.queuejob.api.error.ConfigurationException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * Reads all settings from look-ups of keys. A key {@code queue-job.node-name} has the environment
 * form {@code QUEUE_JOB_NODE_NAME}; an empty value counts as not set (S-RU-02), but where that
 * would give everybody rights over everything: there it is an error.
 */
public final class SettingsReader {
  private static final int MOST_RUNNING = 1_000;
  private static final int LONGEST_VERSION = 100;

  /** Begins keys whose rest is an entity's name; the value is a template of a link to one. */
  private static final String RELATED = Setting.PREFIX + "related.";

  private final List<UnaryOperator<String>> sources;
  private final UnaryOperator<String> lookup;

  private SettingsReader(List<UnaryOperator<String>> sources) {
    this.sources = List.copyOf(sources);
    this.lookup = key -> first(sources, key);
  }

  /**
   * Reads and checks.
   *
   * @param lookup value of a key, null if not set; most specific source first
   * @param application key of the application if none is set
   * @param nodeName name of the node if none is set
   * @throws ConfigurationException naming key, expected, found
   */
  public static Settings read(UnaryOperator<String> lookup, String application, String nodeName) {
    return read(List.of(lookup), application, nodeName);
  }

  /** The same from several sources, the strongest first. */
  public static Settings read(
      List<UnaryOperator<String>> sources, String application, String nodeName) {
    return new SettingsReader(sources).read(application, nodeName);
  }

  private static String first(List<UnaryOperator<String>> sources, String key) {
    return sources.stream()
        .map(source -> source.apply(key))
        .filter(value -> value != null && !value.isBlank())
        .findFirst()
        .orElse(null);
  }

  private Settings read(String application, String nodeName) {
    return new Settings(
        new Settings.Identity(
            text(Setting.APPLICATION).orElse(application),
            text(Setting.NODE_NAME).orElse(nodeName),
            version()),
        new Settings.Database(
            text(Setting.DATASOURCE).orElseThrow(),
            others(),
            migrate(),
            text(Setting.DIRECT_URL),
            text(Setting.DIRECT_USER),
            text(Setting.DIRECT_PASSWORD)),
        text(Setting.CHANNELS),
        runner(),
        whole(Setting.MAX_PAYLOAD, 1_000, 1_000_000_000),
        around(),
        new FunctionKeys(sources)::settingsOf);
  }

  private Optional<String> version() {
    Optional<String> version = text(Setting.APPLICATION_VERSION);
    if (version.isPresent() && version.get().length() > LONGEST_VERSION) {
      throw error(
          Setting.APPLICATION_VERSION,
          "at most " + LONGEST_VERSION + " characters",
          version.get().substring(0, LONGEST_VERSION) + "…");
    }
    return version;
  }

  private Settings.Others others() {
    List<NamePattern> names = new ArrayList<>();
    for (String name : text(Setting.DATASOURCES).map(t -> t.split(",", -1)).orElse(new String[0])) {
      String problem = NamePattern.problem(name.strip());
      if (problem != null) {
        throw error(Setting.DATASOURCES, problem, name.strip());
      }
      names.add(new NamePattern(name.strip()));
    }
    return new Settings.Others(
        names, duration(Setting.DATASOURCES_INTERVAL, Duration.ofSeconds(1), Duration.ofHours(1)));
  }

  private Settings.Around around() {
    Setting failed = Setting.RETENTION_FAILED_DAYS;
    return new Settings.Around(
        onOff(Setting.INLINE),
        duration(Setting.RETENTION_INTERVAL, Duration.ofSeconds(1), Duration.ofDays(366)),
        text(failed).isEmpty() ? OptionalInt.empty() : OptionalInt.of(whole(failed, 0, 100_000)),
        type -> Optional.ofNullable(lookup.apply(RELATED + type)).filter(t -> !t.isBlank()),
        notices(),
        new ReachSettings(
            reaches(Setting.OPERATOR_CHANNELS),
            reaches(Setting.ADMIN_CHANNELS),
            reaches(Setting.VIEWER_CHANNELS)));
  }

  /** Who sets it to nothing hardly means everything, which is what counts if it is not set. */
  private Optional<List<ReachSettings.Entry>> reaches(Setting setting) {
    sources.stream()
        .map(source -> source.apply(setting.key()))
        .filter(Objects::nonNull)
        .findFirst()
        .filter(String::isBlank)
        .ifPresent(
            blank -> {
              throw blank(setting);
            });
    return text(setting)
        .map(
            text -> {
              try {
                return ReachSettings.read(text);
              } catch (IllegalArgumentException e) {
                throw error(setting, ReachSettings.EXPECTED, e.getMessage());
              }
            });
  }

  private NoticeSettings notices() {
    Optional<String> recipients = text(Setting.NOTIFY);
    recipients
        .map(NoticeSettings::problem)
        .ifPresent(
            problem -> {
              throw error(
                  Setting.NOTIFY,
                  problem.replaceFirst("^expected (.*), found .*$", "$1"),
                  recipients.get());
            });
    return new NoticeSettings(
        recipients,
        rest -> lookup.apply(NoticeSettings.PREFIX + rest),
        duration(Setting.NOTIFY_PERIOD, Duration.ofSeconds(1), Duration.ofDays(30)),
        whole(Setting.NOTIFY_LIMIT, 1, 100_000),
        adminAddress(),
        text(Setting.NOTIFY_MAIL_SESSION),
        text(Setting.NOTIFY_MAIL_FROM),
        text(Setting.NOTIFY_SECRET));
  }

  private Optional<String> adminAddress() {
    Optional<String> address = text(Setting.ADMIN_ADDRESS);
    if (address.isPresent() && !address.get().matches("https?://[^\\s?#]+")) {
      throw error(
          Setting.ADMIN_ADDRESS, "an address that begins with https:// or http://", address.get());
    }
    return address.map(a -> a.endsWith("/") ? a : a + "/");
  }

  private Settings.Runner runner() {
    return new Settings.Runner(
        onOff(Setting.RUNNER),
        whole(Setting.MAX_RUNNING, 1, MOST_RUNNING),
        duration(Setting.PULSE, Duration.ofMillis(200), Duration.ofSeconds(2)),
        duration(Setting.GRACE, Duration.ofSeconds(1), Duration.ofMinutes(5)),
        duration(Setting.EVICTION, Duration.ofSeconds(3), Duration.ofHours(1)),
        duration(Setting.TRANSACTION_TIMEOUT, Duration.ofSeconds(1), Duration.ofDays(7)),
        duration(Setting.SHUTDOWN_TIMEOUT, Duration.ZERO, Duration.ofHours(1)),
        onOff(Setting.TEST_JOBS));
  }

  private Optional<String> text(Setting setting) {
    String value = lookup.apply(setting.key());
    if (value == null || value.isBlank()) {
      value = setting.defaultValue();
    }
    return Optional.ofNullable(value).map(String::strip);
  }

  private Settings.Migrate migrate() {
    String found = text(Setting.MIGRATE).orElseThrow();
    try {
      return Settings.Migrate.valueOf(found.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw error(Setting.MIGRATE, "auto, check or off", found);
    }
  }

  private boolean onOff(Setting setting) {
    String found = text(setting).orElseThrow().toLowerCase(Locale.ROOT);
    return switch (found) {
      case "on", "true" -> true;
      case "off", "false" -> false;
      default -> throw error(setting, "on or off", found);
    };
  }

  private int whole(Setting setting, int least, int most) {
    String found = text(setting).orElseThrow();
    if (!found.matches("\\d{1,10}")
        || Long.parseLong(found) < least
        || Long.parseLong(found) > most) {
      throw error(setting, "a whole number from " + least + " to " + most, found);
    }
    return Integer.parseInt(found);
  }

  private Duration duration(Setting setting, Duration least, Duration most) {
    String found = text(setting).orElseThrow();
    Duration value;
    try {
      value = parse(found);
    } catch (DateTimeParseException e) {
      throw error(setting, "a duration such as 500ms, 30s, 10m, 1h or PT30S", found);
    }
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw error(setting, "a duration from " + least + " to " + most, found);
    }
    return value;
  }

  private static Duration parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.matches("\\d{1,9}ms")) {
      return Duration.ofMillis(Long.parseLong(lower.substring(0, lower.length() - 2)));
    }
    return Duration.parse(lower.startsWith("p") ? lower : "PT" + lower);
  }

  private static ConfigurationException blank(Setting setting) {
    return new ConfigurationException(
        "QJ2103",
        "setting %s (environment %s): expected %s, found it set to nothing; write none if nobody is"
                .formatted(setting.key(), setting.environmentKey(), ReachSettings.EXPECTED)
            + " meant, or take the setting away altogether to limit nobody");
  }

  private static ConfigurationException error(Setting setting, String expected, String found) {
    String otherwise =
        setting.defaultValue() == null ? "" : " for '" + setting.defaultValue() + "'";
    return new ConfigurationException(
        "QJ2101",
        "setting %s (environment %s): expected %s, found '%s'; correct it or remove it%s"
            .formatted(setting.key(), setting.environmentKey(), expected, found, otherwise));
  }
}
