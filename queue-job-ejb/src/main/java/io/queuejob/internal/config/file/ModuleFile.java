package io.queuejob.internal.config.file;

import io.queuejob.api.error.ConfigurationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * One module's file.
 *
 * @param module name of the module, without its version
 * @param place of the file, for messages
 * @param values by key
 * @param lines of the keys, counted from 1
 */
record ModuleFile(
    String module, String place, Map<String, String> values, Map<String, Integer> lines) {

  /**
   * Reads a file's text.
   *
   * @throws IllegalArgumentException if it is no properties file
   * @throws ConfigurationException if it gives one key two values
   */
  static ModuleFile of(String place, String text) {
    ModuleFile file = new ModuleFile(module(place), place, new TreeMap<>(), new TreeMap<>());
    StringBuilder logical = new StringBuilder();
    int first = 0;
    int at = 0;
    List<String> all = text.replaceFirst("^\ufeff", "").lines().toList();
    for (String line : all) {
      at++;
      first = logical.isEmpty() ? at : first;
      logical.append(line).append('\n');
      if (!continues(line) || at == all.size()) {
        int begin = first;
        properties(logical.toString())
            .forEach((key, value) -> put(file, key.toString(), value.toString(), begin));
        logical.setLength(0);
      }
    }
    return file;
  }

  private static void put(ModuleFile file, String key, String value, int line) {
    String other = file.values.put(key, value);
    Integer earlier = file.lines.put(key, line);
    if (other != null && !other.equals(value)) {
      throw new ConfigurationException(
          "QJ2152",
          "%s, lines %d and %d: expected one value of %s, found '%s' and '%s'; keep one"
              .formatted(file.place, earlier, line, key, other, value));
    }
  }

  /** A line ends in an odd number of backslashes if the next one goes on with it. */
  private static boolean continues(String line) {
    String begin = line.stripLeading();
    if (begin.startsWith("#") || begin.startsWith("!")) {
      return false;
    }
    int backslashes = 0;
    while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private static Properties properties(String text) {
    Properties one = new Properties();
    try {
      one.load(new BufferedReader(new StringReader(text)));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
    return one;
  }

  /** {@code stock} of {@code …/stock-1.2.jar!/META-INF/…}, {@code classes} of the WAR's own. */
  private static String module(String place) {
    String home = place.replaceFirst("!?/META-INF/.*$", "");
    String name = home.substring(home.lastIndexOf('/') + 1);
    return name.replaceFirst("\\.jar$", "")
        .replaceFirst("[-_]v?\\d+(\\.\\d+)*([-.][A-Za-z0-9]+)*$", "");
  }

  /** Where a key is, for messages. */
  String where(String key) {
    return place + ", line " + lines.get(key);
  }
}
