package io.queuejob.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.architecture.source.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Every library that a module names has a line that says what it is for, and every line a use. */
class DependenciesDocTest {
  private static final String PAGE = "docs/dependencies.md";
  private static final Set<String> SHIPPED =
      Set.of(
          "queue-job-ejb",
          "queue-job-web",
          "queue-job-console",
          "queue-job-ear",
          "queue-job-testing");

  /** What the parent says is provided. */
  private static final Set<String> PROVIDED = Set.of("jakarta.jakartaee-api", "opentelemetry-api");

  private static Set<String> used(boolean shipped) throws Exception {
    Set<String> used = new TreeSet<>();
    for (String module : modules()) {
      for (Element dependency : dependencies(module)) {
        boolean isShipped = SHIPPED.contains(module) && !"test".equals(text(dependency, "scope"));
        if (isShipped == shipped && !"io.queuejob".equals(text(dependency, "groupId"))) {
          used.add(text(dependency, "groupId") + ":" + text(dependency, "artifactId"));
        }
      }
    }
    return used;
  }

  private static Set<String> modules() throws Exception {
    Set<String> modules = new TreeSet<>(SHIPPED);
    for (Element list : children(pom(""), "modules")) {
      children(list, "module").forEach(module -> modules.add(module.getTextContent().strip()));
    }
    return modules;
  }

  private static List<Element> dependencies(String module) throws Exception {
    List<Element> dependencies = new ArrayList<>();
    for (Element list : children(pom(module), "dependencies")) {
      dependencies.addAll(children(list, "dependency"));
    }
    return dependencies;
  }

  private static Element pom(String module) throws Exception {
    Path pom = Repository.root().resolve(module).resolve("pom.xml");
    assertThat(Files.exists(pom)).as(pom.toString()).isTrue();
    Document document =
        DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(pom.toFile());
    return document.getDocumentElement();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element element && element.getTagName().equals(name)) {
        children.add(element);
      }
    }
    return children;
  }

  private static String text(Element parent, String name) {
    return children(parent, name).stream()
        .map(element -> element.getTextContent().strip())
        .findFirst()
        .orElse("");
  }

  private static List<String> documented(String header) {
    return MarkdownTable.rows(PAGE, header).stream()
        .peek(row -> assertThat(row).hasSize(4).noneMatch(String::isBlank))
        .map(row -> MarkdownTable.plain(row.get(0)))
        .toList();
  }

  @Test
  void what_is_shipped_is_documented() throws Exception {
    assertThat(documented("shipped")).containsExactlyInAnyOrderElementsOf(used(true));
  }

  @Test
  void a_product_needs_five_libraries_at_most() throws Exception {
    for (String module : SHIPPED) {
      List<String> needed = new ArrayList<>();
      for (Element dependency : dependencies(module)) {
        boolean isNeeded =
            Set.of("", "compile", "runtime").contains(text(dependency, "scope"))
                && !"true".equals(text(dependency, "optional"))
                && !PROVIDED.contains(text(dependency, "artifactId"))
                && !"io.queuejob".equals(text(dependency, "groupId"));
        if (isNeeded) {
          needed.add(text(dependency, "artifactId"));
        }
      }
      assertThat(needed).as(module).hasSizeLessThanOrEqualTo(5);
    }
  }

  @Test
  void what_tests_and_examples_use_is_documented() throws Exception {
    assertThat(documented("not shipped")).containsExactlyInAnyOrderElementsOf(used(false));
  }
}
