import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Looks at what two builds made: {@code java ReleaseCheck.java ONE TWO MODULE…}. Prints a line for
 * each thing that was looked at; exit code 1 if anything is not as it must be.
 */
class ReleaseCheck {
  /** Licences under which a library may be needed; one of several suffices. */
  private static final Set<String> ALLOWED =
      Set.of(
          "Apache-2.0",
          "MIT",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "EPL-2.0",
          "EPL-1.0",
          "EDL-1.0",
          "Eclipse Distribution License - v 1.0",
          "CDDL-1.1");

  private static final int MOST_LIBRARIES = 5;

  private final Path one;
  private final Path two;
  private int wrong;

  ReleaseCheck(Path one, Path two) {
    this.one = one;
    this.two = two;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 3) {
      System.err.println("expected two folders of builds and modules, found " + List.of(arguments));
      System.exit(2);
    }
    ReleaseCheck check = new ReleaseCheck(Path.of(arguments[0]), Path.of(arguments[1]));
    for (String module : List.of(arguments).subList(2, arguments.length)) {
      check.compare(module);
      check.licences(module);
    }
    System.exit(check.wrong == 0 ? 0 : 1);
  }

  private void say(boolean good, String text) {
    System.out.println((good ? "ok     " : "WRONG  ") + text);
    wrong += good ? 0 : 1;
  }

  /** Archives and bills of materials of a module, byte by byte. */
  private void compare(String module) throws IOException {
    Set<String> names = new TreeSet<>(products(one, module));
    names.addAll(products(two, module));
    if (names.isEmpty()) {
      say(false, module + ": expected archives in target, found none");
    }
    for (String name : names) {
      Path first = one.resolve(module).resolve("target").resolve(name);
      Path second = two.resolve(module).resolve("target").resolve(name);
      if (!Files.exists(first) || !Files.exists(second)) {
        say(false, module + "/" + name + ": only one of the builds has it");
        continue;
      }
      long at = Files.mismatch(first, second);
      say(
          at < 0,
          module + "/" + name + (at < 0 ? ": the same twice" : differences(first, second, at)));
    }
  }

  private static List<String> products(Path build, String module) throws IOException {
    Path target = build.resolve(module).resolve("target");
    if (!Files.isDirectory(target)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(target)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(".*\\.(jar|war|ear)|.*-cyclonedx\\.(xml|json)"))
          .filter(name -> !name.startsWith("original-"))
          .toList();
    }
  }

  private static String differences(Path one, Path two, long at) throws IOException {
    if (one.toString().matches(".*\\.(xml|json)")) {
      return ": differs from byte " + at + " on";
    }
    Map<String, Integer> first = entries(one);
    Map<String, Integer> second = entries(two);
    Set<String> names = new TreeSet<>(first.keySet());
    names.addAll(second.keySet());
    names.removeIf(name -> first.get(name) != null && first.get(name).equals(second.get(name)));
    return ": differs in " + (names.isEmpty() ? "order or times of its entries" : names);
  }

  private static Map<String, Integer> entries(Path archive) throws IOException {
    Map<String, Integer> entries = new TreeMap<>();
    try (InputStream in = Files.newInputStream(archive);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), java.util.Arrays.hashCode(zip.readAllBytes()));
      }
    }
    return entries;
  }

  /** The libraries that a module needs at run time, by its bill of materials. */
  private void licences(String module) throws Exception {
    Path bill = bill(module);
    if (bill == null) {
      say(false, module + ": expected a bill of materials in target, found none");
      return;
    }
    Map<String, List<String>> libraries = libraries(bill);
    say(
        libraries.size() <= MOST_LIBRARIES,
        module + ": needs " + libraries.size() + " libraries, at most " + MOST_LIBRARIES);
    libraries.forEach(
        (library, licences) ->
            say(
                licences.stream().anyMatch(ALLOWED::contains),
                module + ": " + library + " is under " + licences));
  }

  private Path bill(String module) throws IOException {
    Path target = one.resolve(module).resolve("target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.toString().endsWith("-cyclonedx.xml"))
          .findFirst()
          .orElse(null);
    }
  }

  /** Licences by library, those of the product itself left out. */
  private static Map<String, List<String>> libraries(Path bill) throws Exception {
    Element bom =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(bill.toFile())
            .getDocumentElement();
    Map<String, List<String>> libraries = new LinkedHashMap<>();
    for (Element components : children(bom, "components")) {
      for (Element component : children(components, "component")) {
        String group = text(component, "group");
        if (!"io.queuejob".equals(group)) {
          libraries.put(group + ":" + text(component, "name"), licencesOf(component));
        }
      }
    }
    return libraries;
  }

  private static List<String> licencesOf(Element component) {
    List<String> found = new ArrayList<>();
    for (Element licences : children(component, "licenses")) {
      for (Element licence : children(licences, "license")) {
        String id = text(licence, "id");
        found.add(id.isEmpty() ? text(licence, "name") : id);
      }
      children(licences, "expression").forEach(e -> found.add(e.getTextContent().strip()));
    }
    return found;
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
}
