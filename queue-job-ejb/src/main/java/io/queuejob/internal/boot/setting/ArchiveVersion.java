package io.queuejob.internal.boot.setting;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.CodeSource;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of the application, as its archive tells it: in its manifest, else in its name. The
 * archive is the one that the engine is in.
 */
final class ArchiveVersion {
  /** Longer ones are something else. */
  private static final int LONGEST = 100;

  /** Where in a web archive the engine is, or in which folder of an enterprise archive. */
  private static final Pattern PLACE = Pattern.compile("(/WEB-INF)?/lib/[^/]+/?$");

  private ArchiveVersion() {}

  /**
   * Reads it.
   *
   * @param inside a class of the engine
   * @param applicationName name of the application as the server has it
   */
  static Optional<String> of(Class<?> inside, String applicationName) {
    return ofManifest(inside.getProtectionDomain().getCodeSource())
        .or(() -> Optional.of(versionIn(applicationName)))
        .filter(version -> !version.isEmpty() && version.length() <= LONGEST);
  }

  /** What {@link SettingsLookup#withoutVersion} leaves out, without what sets it off. */
  static String versionIn(String applicationName) {
    String rest =
        applicationName.substring(SettingsLookup.withoutVersion(applicationName).length());
    return rest.replaceFirst("^(##|[-_:])v?", "");
  }

  private static Optional<String> ofManifest(CodeSource place) {
    if (place == null || place.getLocation() == null) {
      return Optional.empty();
    }
    try (InputStream file = manifest(place.getLocation()).openStream()) {
      Attributes main = new Manifest(file).getMainAttributes();
      return Optional.ofNullable(main.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
          .map(String::strip)
          .filter(version -> !version.isEmpty() && !version.contains("${"));
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  /** The manifest of the archive around the engine's own, whatever the server made of both. */
  static URL manifest(URL engine) throws MalformedURLException {
    String address = engine.toExternalForm().replaceFirst("!/$", "");
    Matcher lib = PLACE.matcher(address);
    String archive =
        lib.find() ? address.substring(0, lib.start()) : address.replaceFirst("/[^/]+/?$", "");
    return new URL(archive + "/META-INF/MANIFEST.MF");
  }
}
