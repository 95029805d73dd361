package io.queuejob.internal.boot;

import io.queuejob.api.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URL;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;
import java.util.function.UnaryOperator;

/** Where settings come from: system properties, environment, then the modules' files. */
final class SettingsLookup implements UnaryOperator<String> {
  private static final String FILE = "META-INF/queue-job.properties";
  private final Properties files = new Properties();

  /** Reads the modules' files that a class loader sees; two that differ in a key are an error. */
  SettingsLookup(ClassLoader loader) {
    try {
      for (URL file : Collections.list(loader.getResources(FILE))) {
        read(file);
      }
    } catch (IOException e) {
      throw new ConfigurationException("QJ6005", FILE + " could not be read: " + e.getMessage(), e);
    }
  }

  private void read(URL file) throws IOException {
    Properties one = new Properties();
    try (InputStream in = file.openStream()) {
      one.load(in);
    }
    for (String key : one.stringPropertyNames()) {
      Object other = files.putIfAbsent(key, one.getProperty(key));
      if (other != null && !other.equals(one.getProperty(key))) {
        throw new ConfigurationException(
            "QJ6006",
            file
                + ": expected the same value of "
                + key
                + " in each module's "
                + FILE
                + ", found '"
                + one.getProperty(key)
                + "' and '"
                + other
                + "'; keep one");
      }
    }
  }

  @Override
  public String apply(String key) {
    String value = System.getProperty(key);
    if (value == null || value.isBlank()) {
      value = System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
    }
    return value == null || value.isBlank() ? files.getProperty(key) : value;
  }

  /** The application's name without its version, such as {@code shop} of {@code shop-1.2.war}. */
  static String withoutVersion(String applicationName) {
    return applicationName.replaceFirst("(##.*|[-_:]v?\\d+(\\.\\d+)*([-.][A-Za-z0-9]+)*)$", "");
  }

  /** Name of a node that was given none: host and application. */
  static String nodeName(String application) {
    try {
      return InetAddress.getLocalHost().getHostName() + "/" + application;
    } catch (UnknownHostException e) {
      return "localhost/" + application;
    }
  }
}
