package io.queuejob.internal.boot.setting;

import io.queuejob.internal.config.file.ModuleFiles;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Where settings come from: system properties, environment, then the modules' files; the data
 * source at last from the application's persistence units, its version from its archive.
 */
public final class SettingsLookup {

  private static final String DATA_SOURCE = "queue-job.datasource";
  private static final String VERSION = "queue-job.application-version";

  private SettingsLookup() {}

  /**
   * The sources of settings, the strongest first, for the application of this thread.
   *
   * @param files of the application's modules
   * @param applicationName name of the application as the server has it
   */
  public static List<UnaryOperator<String>> sources(ModuleFiles files, String applicationName) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return List.of(
        System::getProperty,
        SettingsLookup::environment,
        files::value,
        key ->
            switch (key) {
              case DATA_SOURCE -> UnitsDataSource.of(loader).orElse(null);
              case VERSION -> ArchiveVersion.of(SettingsLookup.class, applicationName).orElse(null);
              default -> null;
            });
  }

  /**
   * A key's value in the environment, under a name such as {@code QUEUE_JOB_CHANNELS}; null if it
   * is not there.
   */
  public static String environment(String key) {
    return System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
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
