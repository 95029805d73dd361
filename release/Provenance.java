import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * Puts what a build made into one folder, under the names of a Maven repository, with its sums
 * ({@code SHA256SUMS}) and a statement of where it comes from ({@code provenance.json}: in-toto
 * Statement v1 with SLSA provenance v1): {@code java Provenance.java BUILD FOLDER COMMIT COMMAND
 * MAVEN MODULE…}. The same commit built by the same JDK and Maven gives the same bytes.
 */
class Provenance {
  private static final String US = "tag:queuejob.io,2026:release-check";
  private static final XPath XPATH = XPathFactory.newInstance().newXPath();

  private final Path build;
  private final Path folder;
  private final SortedMap<String, String> sums = new TreeMap<>();
  private final SortedMap<String, String> libraries = new TreeMap<>();

  Provenance(Path build, Path folder) {
    this.build = build;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 6) {
      System.err.println(
          "expected a build, a folder, commit, command, version of Maven and modules, found "
              + List.of(arguments));
      System.exit(2);
    }
    Provenance provenance = new Provenance(Path.of(arguments[0]), Path.of(arguments[1]));
    String version = text(provenance.build.resolve("pom.xml"), "/project/version");
    provenance.collect("queue-job", provenance.build, version);
    for (String module : List.of(arguments).subList(5, arguments.length)) {
      provenance.collect(module, provenance.build.resolve(module), version);
    }
    provenance.write(arguments[2], arguments[3], arguments[4]);
    System.out.println(
        "ok     " + provenance.folder + ": " + provenance.sums.size() + " files, their sums, and"
            + " their provenance with " + provenance.libraries.size() + " libraries");
  }

  /** The pom that a repository gets, and what was built, in case anything was. */
  private void collect(String artifact, Path module, String version) throws Exception {
    Path reduced = module.resolve("dependency-reduced-pom.xml");
    Path pom = Files.exists(reduced) ? reduced : module.resolve("pom.xml");
    add(pom, artifact + "-" + version + ".pom");
    for (Path file : built(module.resolve("target"))) {
      String name = file.getFileName().toString();
      // a final name of its own is what the server shows, repositories have the artifact's
      boolean named = name.startsWith(artifact);
      add(file, named ? name : name.replaceFirst("^queue-job", artifact + "-" + version));
      if (name.endsWith("-cyclonedx.xml")) {
        readLibraries(file);
      }
    }
  }

  private static List<Path> built(Path target) throws IOException {
    if (!Files.isDirectory(target)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(f -> f.toString().matches(".*\\.(jar|war|ear)|.*-cyclonedx\\.(xml|json)"))
          .filter(f -> !f.getFileName().toString().startsWith("original-"))
          .sorted()
          .toList();
    }
  }

  private void add(Path file, String name) throws IOException, GeneralSecurityException {
    byte[] bytes = Files.readAllBytes(file);
    String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    if (sums.put(name, sum) != null) {
      throw new IOException("expected each name once, found two files for " + name);
    }
    Files.write(folder.resolve(name), bytes);
  }

  private static Document parsed(Path file) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
  }

  private static String text(Path file, String path) throws Exception {
    return XPATH.evaluate(path, parsed(file)).strip();
  }

  /** Libraries of others by their package URLs, with their sums. */
  private void readLibraries(Path bill) throws Exception {
    NodeList components =
        (NodeList)
            XPATH.evaluate("/bom/components/component", parsed(bill), XPathConstants.NODESET);
    for (int i = 0; i < components.getLength(); i++) {
      String url = XPATH.evaluate("purl", components.item(i)).strip();
      String sum = XPATH.evaluate("hashes/hash[@alg='SHA-256']", components.item(i)).strip();
      if (url.isEmpty() || sum.isEmpty()) {
        throw new IOException("expected libraries with purl and SHA-256 in " + bill);
      }
      if (!url.startsWith("pkg:maven/io.queuejob/")) {
        libraries.put(url, sum);
      }
    }
  }

  private void write(String commit, String command, String maven) throws IOException {
    Files.write(
        folder.resolve("SHA256SUMS"),
        sums.entrySet().stream().map(sum -> sum.getValue() + "  " + sum.getKey()).toList());
    List<String> from = new ArrayList<>();
    from.add(resource("name", "queue-job", "gitCommit", commit));
    libraries.forEach((url, sum) -> from.add(resource("uri", url, "sha256", sum)));
    String subjects =
        sums.entrySet().stream()
            .map(sum -> resource("name", sum.getKey(), "sha256", sum.getValue()))
            .collect(Collectors.joining(",\n    "));
    Files.writeString(
        folder.resolve("provenance.json"),
        """
        {
          "_type": "https://in-toto.io/Statement/v1",
          "subject": [
            %s
          ],
          "predicateType": "https://slsa.dev/provenance/v1",
          "predicate": {
            "buildDefinition": {
              "buildType": "%s/v1",
              "externalParameters": {
                "commit": %s,
                "command": %s,
                "environment": {"TZ": "UTC", "umask": "022"}
              },
              "resolvedDependencies": [
                %s
              ]
            },
            "runDetails": {
              "builder": {
                "id": "%s",
                "version": {"java": %s, "maven": %s}
              }
            }
          }
        }
        """
            .formatted(
                subjects,
                US,
                quoted(commit),
                quoted(command),
                String.join(",\n        ", from),
                US,
                quoted(Runtime.version().toString()),
                quoted(maven)),
        StandardCharsets.UTF_8);
  }

  private static String resource(String key, String value, String digest, String sum) {
    return "{%s: %s, \"digest\": {%s: %s}}"
        .formatted(quoted(key), quoted(value), quoted(digest), quoted(sum));
  }

  private static String quoted(String text) {
    if (!text.matches("\\P{Cntrl}*")) {
      throw new IllegalArgumentException("expected text of one line, found '" + text + "'");
    }
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
