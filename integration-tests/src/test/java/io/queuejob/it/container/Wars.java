package io.queuejob.it.container;

import io.queuejob.api.Delayed;
import java.net.URISyntaxException;
import java.nio.file.Path;
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
