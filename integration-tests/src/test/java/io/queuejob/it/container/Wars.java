package io.queuejob.it.container;

import io.queuejob.api.Delayed;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Builds applications as users do: the engine's jar as a library, their own persistence unit. */
final class Wars {

  private static final String PERSISTENCE =
      """
      <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
        <persistence-unit name="%s" transaction-type="JTA">
          <jta-data-source>jdbc/queue</jta-data-source>
          <shared-cache-mode>NONE</shared-cache-mode>
          <properties>
            <property name="jakarta.persistence.schema-generation.database.action"
                      value="drop-and-create"/>
          </properties>
        </persistence-unit>
      </persistence>
      """;

  private Wars() {}

  /** An application with the engine, that has channels of its own and all classes of a package. */
  static WebArchive application(String name, Package classes, String channels) {
    return ShrinkWrap.create(WebArchive.class, name + ".war")
        .addAsLibrary(jarOf(Delayed.class).toFile())
        .addAsLibrary(jarOf(Assertions.class).toFile())
        .addPackage(classes)
        .addAsWebInfResource(new StringAsset(""), "beans.xml")
        .addAsResource(new StringAsset(PERSISTENCE.formatted(name)), "META-INF/persistence.xml")
        .addAsResource(
            new StringAsset("queue-job.datasource=jdbc/queue\nqueue-job.channels=" + channels),
            "META-INF/queue-job.properties");
  }

  /** The jars of this test's class path whose path has one of these words. */
  static File[] jarsOf(String... words) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getProperty("java.class.path"))
        .filter(jar -> jar.endsWith(".jar") && Arrays.stream(words).anyMatch(jar::contains))
        .map(File::new)
        .toArray(File[]::new);
  }

  /** The jar that a class comes from. */
  static Path jarOf(Class<?> type) {
    try {
      Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!jar.toString().endsWith(".jar")) {
        throw new IllegalStateException(
            "expected %s in a jar, found it in %s; run these tests by mvn verify"
                .formatted(type.getName(), jar));
      }
      return jar;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
