package io.queuejob.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Opens the archive that was built and looks what is where. */
class EarContentIT {
  private static Map<String, byte[]> ear;
  private static Map<String, byte[]> war;

  @BeforeAll
  static void open() throws IOException {
    try (InputStream in = Files.newInputStream(Path.of(System.getProperty("queue-job.ear")))) {
      ear = entries(in);
    }
    war = entries(new ByteArrayInputStream(ear.get("queue-job-console.war")));
  }

  @Test
  void descriptor_names_the_engine_and_the_console() throws Exception {
    byte[] xml = ear.get("META-INF/application.xml");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document descriptor = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    assertThat(text(descriptor, "ejb")).isEqualTo("queue-job-ejb.jar");
    assertThat(text(descriptor, "web-uri")).isEqualTo("queue-job-console.war");
    assertThat(text(descriptor, "context-root")).isEqualTo("/queue-job");
    assertThat(descriptor.getElementsByTagName("module").getLength()).isEqualTo(2);
  }

  @Test
  void engine_is_there_once_as_a_module() throws IOException {
    Map<String, byte[]> engine = entries(new ByteArrayInputStream(ear.get("queue-job-ejb.jar")));
    assertThat(engine).containsKeys("META-INF/beans.xml", "io/queuejob/admin/JobAdmin.class");
    assertThat(ear.keySet()).filteredOn(name -> name.contains("queue-job-ejb")).hasSize(1);
    assertThat(war.keySet()).noneMatch(name -> name.contains("queue-job-ejb"));
    assertThat(war.keySet()).noneMatch(name -> name.endsWith("JobAdmin.class"));
  }

  @Test
  void pages_are_in_the_war_where_a_fragment_works() {
    assertThat(war.keySet())
        .filteredOn(name -> name.startsWith("WEB-INF/lib/") && name.endsWith(".jar"))
        .hasSize(2)
        .anyMatch(name -> name.contains("queue-job-web"))
        .anyMatch(name -> name.contains("primefaces"));
    assertThat(war).containsKeys("WEB-INF/web.xml", "login.css");
  }

  @Test
  void nothing_of_the_server_or_of_tests_is_packed() {
    assertThat(ear.keySet())
        .noneMatch(name -> name.contains("jakarta") || name.contains("junit"))
        .noneMatch(name -> name.contains("postgresql"));
    assertThat(war.keySet()).noneMatch(name -> name.contains("jakartaee-api"));
  }

  @Test
  void archive_names_no_version_of_its_modules() {
    String xml = new String(ear.get("META-INF/application.xml"), StandardCharsets.UTF_8);
    assertThat(xml).doesNotContain("SNAPSHOT");
  }

  private static String text(Document descriptor, String element) {
    return descriptor.getElementsByTagName(element).item(0).getTextContent().strip();
  }

  private static Map<String, byte[]> entries(InputStream in) throws IOException {
    Map<String, byte[]> found = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          found.put(entry.getName(), zip.readAllBytes());
        }
      }
    }
    return found;
  }
}
