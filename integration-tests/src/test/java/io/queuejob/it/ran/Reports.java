package io.queuejob.it.ran;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the reports of one module say, as far as they are of this build. */
record Reports(Path module, Instant since) {
  /** Parameters and numbers of runs; property tests print their names with spaces. */
  private static final Pattern AFTER_NAME = Pattern.compile("[({\\[].*", Pattern.DOTALL);

  /** Tests that ran and were not skipped, as {@code Class.method}. */
  Set<String> ran() {
    Set<String> ran = new TreeSet<>();
    for (String folder : List.of("surefire-reports", "failsafe-reports")) {
      files(module.resolve("target").resolve(folder)).stream()
          .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
          .filter(this::isOfThisBuild)
          .forEach(file -> read(file, ran));
    }
    return ran;
  }

  /** Names of the classes in the module's test sources. */
  Set<String> testClasses() {
    Set<String> classes = new TreeSet<>();
    files(module.resolve("src/test/java")).stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.matches(".*(Test|IT)\\.java"))
        .forEach(name -> classes.add(name.replace(".java", "")));
    return classes;
  }

  private boolean isOfThisBuild(Path report) {
    try {
      return !Files.getLastModifiedTime(report).toInstant().isBefore(since);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(Path report, Set<String> ran) {
    NodeList cases;
    try {
      cases =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(report.toFile())
              .getElementsByTagName("testcase");
    } catch (Exception e) {
      throw new IllegalStateException("expected a report in " + report, e);
    }
    for (int i = 0; i < cases.getLength(); i++) {
      Element one = (Element) cases.item(i);
      if (one.getElementsByTagName("skipped").getLength() == 0) {
        String type = one.getAttribute("classname");
        ran.add(
            type.substring(type.lastIndexOf('.') + 1)
                + "."
                + AFTER_NAME
                    .matcher(one.getAttribute("name"))
                    .replaceFirst("")
                    .strip()
                    .replace(' ', '_'));
      }
    }
  }
}
