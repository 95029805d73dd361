package io.queuejob.internal.config.file;

import io.queuejob.api.error.ConfigurationException;
import io.queuejob.internal.channel.ChannelSpec;
import io.queuejob.internal.channel.ChannelString;
import io.queuejob.internal.config.FunctionKeys;
import io.queuejob.internal.config.NoticeSettings;
import io.queuejob.internal.config.Setting;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.FunctionOption;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files {@code META-INF/queue-job.properties} of an application's modules. Several modules may
 * say the same; two that say different things of one key are an error (S-JF-07).
 */
public final class ModuleFiles {
  /** Path of such a file in its module. */
  public static final String FILE = "META-INF/queue-job.properties";

  /**
   * Begins keys whose rest is a channel's path; the value is what a channel string has after it.
   */
  public static final String CHANNEL = Setting.PREFIX + "channel.";

  /** Modules without files. */
  public static final ModuleFiles NONE = new ModuleFiles(List.of());

  private static final String RELATED = Setting.PREFIX + "related.";
  private static final String NOTIFY =
      Pattern.quote(NoticeSettings.PREFIX) + "(channel|function)\\..+";

  private final List<ModuleFile> files;
  private final Map<String, String> values = new TreeMap<>();

  private ModuleFiles(List<ModuleFile> files) {
    this.files = files;
    Map<String, String> origins = new TreeMap<>();
    for (ModuleFile file : files) {
      file.values().forEach((key, value) -> add(file, key, value, origins));
    }
  }

  /**
   * Reads the files that a class loader sees.
   *
   * @throws ConfigurationException naming file, line, expected, found and cure
   */
  public static ModuleFiles of(ClassLoader loader) {
    List<ModuleFile> files = new ArrayList<>();
    try {
      for (URL url : Collections.list(loader.getResources(FILE))) {
        try (InputStream in = url.openStream()) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          files.add(ModuleFile.of(url.toString(), text));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigurationException("QJ2151", FILE + " could not be read: " + e.getMessage(), e);
    }
    return new ModuleFiles(files);
  }

  private void add(ModuleFile file, String key, String value, Map<String, String> origins) {
    if (!key.startsWith(Setting.PREFIX)) {
      return;
    }
    checkKey(file, key);
    String other = values.putIfAbsent(key, value);
    if (other != null && !other.equals(value)) {
      throw new ConfigurationException(
          "QJ2152",
          "expected the same value of %s in each module's %s, found '%s' (%s) and '%s' (%s); keep one"
              .formatted(key, FILE, value, file.where(key), other, origins.get(key)));
    }
    origins.putIfAbsent(key, file.where(key));
  }

  private static void checkKey(ModuleFile file, String key) {
    if (key.startsWith(CHANNEL)) {
      channel(file, key);
    } else if (!key.startsWith(FunctionKeys.PREFIX)
        && !key.startsWith(RELATED)
        && !key.matches(NOTIFY)
        && Arrays.stream(Setting.values()).noneMatch(setting -> setting.key().equals(key))) {
      throw problem(
          "QJ2153",
          file,
          key,
          "a key that exists",
          "queue-job.channel.PATH, queue-job.function.NAME.OPTION, queue-job.related.TYPE,"
              + " queue-job.notify.channel.PATH, queue-job.notify.function.NAME, or a"
              + " setting: "
              + Arrays.stream(Setting.values())
                  .map(Setting::key)
                  .collect(Collectors.joining(", ")));
    }
  }

  private static ConfigurationException problem(
      String id, ModuleFile file, String key, String expected, String cure) {
    return new ConfigurationException(
        id, file.where(key) + ": expected " + expected + ", found '" + key + "'; write " + cure);
  }

  private static ChannelSpec channel(ModuleFile file, String key) {
    String entry = key.substring(CHANNEL.length()) + ":" + file.values().get(key).strip();
    try {
      List<ChannelSpec> specs = ChannelString.parse(entry);
      if (specs.size() == 1) {
        return specs.get(0);
      }
    } catch (ConfigurationException e) {
      throw new ConfigurationException(
          "QJ2154", file.where(key) + ": " + key + ": " + e.getMessage(), e);
    }
    throw problem("QJ2154", file, key, "one channel", "a key for each, without commas");
  }

  /** The value of a key; null if no module has it. */
  public String value(String key) {
    return values.get(key);
  }

  /**
   * What the modules declare of channels.
   *
   * @throws ConfigurationException if two write a channel in two ways and do not agree
   */
  public List<Declared> channels() {
    List<Declared> all = new ArrayList<>();
    Map<ChannelPath, Declared> first = new HashMap<>();
    for (ModuleFile file : files) {
      for (String key : file.values().keySet()) {
        if (key.startsWith(CHANNEL)) {
          Declared declared = new Declared(file.module(), channel(file, key));
          checkSame(file.where(key), declared, first);
          all.add(declared);
        }
      }
    }
    return all;
  }

  private static void checkSame(String where, Declared one, Map<ChannelPath, Declared> first) {
    Declared other = first.putIfAbsent(one.spec().path(), one);
    if (other != null && !other.spec().equals(one.spec())) {
      throw new ConfigurationException(
          "QJ2152",
          "%s: expected the same of channel %s wherever it is declared, found '%s' and, in module %s, '%s'; keep one"
              .formatted(where, one.spec().path(), one.spec(), other.module(), other.spec()));
    }
  }

  /**
   * A channel that a module declares.
   *
   * @param module its name
   * @param spec the channel
   */
  public record Declared(String module, ChannelSpec spec) {}

  /**
   * Checks the keys of functions against the functions that there are.
   *
   * @param exists whether there is a function of that name, with parameters or without
   * @throws ConfigurationException naming file, line, expected, found and cure
   */
  public void checkFunctions(Predicate<String> exists) {
    for (ModuleFile file : files) {
      for (String key : file.values().keySet()) {
        if (key.startsWith(FunctionKeys.PREFIX)) {
          checkFunction(file, key, exists);
        }
      }
    }
  }

  private static void checkFunction(ModuleFile file, String key, Predicate<String> exists) {
    String rest = key.substring(FunctionKeys.PREFIX.length());
    Optional<FunctionOption> option =
        Arrays.stream(FunctionOption.values())
            .filter(o -> rest.endsWith("." + o.key()))
            .findFirst();
    if (option.isEmpty()) {
      throw problem(
          "QJ2153", file, key, "an option of a function", "one of " + FunctionOption.keys());
    }
    String name = rest.substring(0, rest.length() - option.get().key().length() - 1);
    if (!exists.test(name)) {
      throw problem(
          "QJ2155",
          file,
          key,
          "a function of this application",
          "its name, such as shop.Thumbnails.generate(long,int,int); package and parameters may be"
              + " left out");
    }
    String wrong = option.get().problem(file.values().get(key).strip());
    if (wrong != null) {
      throw new ConfigurationException(
          "QJ2154", file.where(key) + ": " + key + ": " + wrong + ". Correct or remove it");
    }
  }
}
