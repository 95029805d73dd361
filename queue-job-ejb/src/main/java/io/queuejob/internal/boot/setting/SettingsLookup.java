package io.queuejob.internal.boot.setting;

import io.queuejob.internal.config.file.ModuleFiles;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Where settings come from: system properties, environment, then the modules' files. */
public final class SettingsLookup implements UnaryOperator<String> {
  private final ModuleFiles files;

  /** A look-up that ends at the modules' files. */
  public SettingsLookup(ModuleFiles files) {
    this.files = files;
  }

  @Override
  public String apply(String key) {
    String value = System.getProperty(key);
    if (value == null || value.isBlank()) {
      value = System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
    }
    return value == null || value.isBlank() ? files.value(key) : value;
  }

  /** The application's name without its version, such as {@code shop} of {@code shop-1.2.war}. */
  public static String withoutVersion(String applicationName) {
    return applicationName.replaceFirst("(##.*|[-_:]v?\\d+(\\.\\d+)*([-.][A-Za-z0-9]+)*)$", "");
  }

  /** Name of a node that was given none: host and application. */
  public static String nodeName(String application) {
    try {
      return InetAddress.getLocalHost().getHostName() + "/" + application;
    } catch (UnknownHostException e) {
      return "localhost/" + application;
    }
  }
}
