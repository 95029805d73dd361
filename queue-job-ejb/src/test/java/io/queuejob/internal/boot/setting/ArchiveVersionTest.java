package io.queuejob.internal.boot.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveVersionTest {
  @TempDir private Path folder;

  /** What is found if the engine is in that place of an archive with this manifest. */
  private String found(String place, String version) throws Exception {
    Path archive = Files.createTempDirectory(folder, "archive");
    Path manifest = Files.createDirectory(archive.resolve("META-INF")).resolve("MANIFEST.MF");
    Files.writeString(
        manifest, "Manifest-Version: 1.0\nImplementation-Version: " + version + "\n\n");
    Path jar = archive.resolve(place);
    Files.createDirectories(jar.getParent());
    String name = ArchiveVersion.class.getName();
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream classes = new JarOutputStream(file)) {
      classes.putNextEntry(new ZipEntry(name.replace('.', '/') + ".class"));
      ArchiveVersion.class.getResourceAsStream("ArchiveVersion.class").transferTo(classes);
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      return ArchiveVersion.of(loader.loadClass(name), "shop-1.0").orElse(null);
    }
  }

  @Test
  void the_manifest_of_the_archive_around_the_engine_counts() throws Exception {
    assertThat(found("WEB-INF/lib/queue-job-ejb.jar", "4.2.0")).isEqualTo("4.2.0");
    assertThat(found("queue-job-ejb.jar", "4.2.0")).isEqualTo("4.2.0");
    assertThat(found("lib/queue-job-ejb.jar", "4.2.0")).isEqualTo("4.2.0");
  }

  @Test
  void the_name_counts_where_the_manifest_says_nothing() throws Exception {
    assertThat(found("queue-job-ejb.jar", "")).isEqualTo("1.0");
    assertThat(found("queue-job-ejb.jar", "${project.version}")).isEqualTo("1.0");
  }

  @Test
  void nobody_knows_without_either() {
    assertThat(ArchiveVersion.of(ArchiveVersionTest.class, "shop")).isEmpty();
    assertThat(ArchiveVersion.of(String.class, "shop")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "shop, ''",
    "shop-1.2, 1.2",
    "shop-v1.2.3-SNAPSHOT, 1.2.3-SNAPSHOT",
    "order-desk:4, 4",
    "shop##007, 007"
  })
  void names_end_with_versions(String name, String version) {
    assertThat(ArchiveVersion.versionIn(name)).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource({
    "file:/apps/shop/WEB-INF/lib/queue-job-ejb-1.jar, file:/apps/shop",
    "jar:file:/apps/shop.war!/WEB-INF/lib/queue-job-ejb-1.jar, jar:file:/apps/shop.war!",
    "jar:file:/apps/shop.war!/WEB-INF/lib/queue-job-ejb-1.jar!/, jar:file:/apps/shop.war!",
    "file:/apps/shop/queue-job-ejb_jar/, file:/apps/shop",
    "file:/apps/shop.ear/queue-job-ejb.jar, file:/apps/shop.ear",
    "file:/apps/shop.ear/lib/queue-job-ejb.jar, file:/apps/shop.ear"
  })
  void servers_have_forms_of_their_own(String engine, String archive) throws Exception {
    assertThat(ArchiveVersion.manifest(URI.create(engine).toURL()).toExternalForm())
        .isEqualTo(archive + "/META-INF/MANIFEST.MF");
  }
}
