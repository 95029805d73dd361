package io.queuejob.doctest.start;

import io.queuejob.doctest.page.Pages;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A local Maven repository that has what the user's has, by links, but for this product: of that it
 * has what this build made, as {@code mvn install} would leave it there.
 */
final class PrivateRepository {
  private static final String VERSION = property("build.version");
  private static final Pattern ARTIFACT =
      Pattern.compile("(queue-job-[a-z-]+)-" + Pattern.quote(VERSION) + "\\.jar");

  private final Path folder;
  private final Path products;

  private PrivateRepository(Path folder) {
    this.folder = folder;
    this.products = folder.resolve("io/queuejob");
  }

  /** Makes one in an empty folder. */
  static PrivateRepository in(Path folder) throws IOException {
    PrivateRepository made = new PrivateRepository(folder);
    Files.createDirectories(made.products);
    Path users = Path.of(property("build.repository"));
    link(users, folder, "io");
    link(users.resolve("io"), folder.resolve("io"), "queuejob");
    made.installAll();
    return made;
  }

  /** What the build tells this test. */
  static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(
          "expected system property " + name + ", found none; run this test by mvn verify");
    }
    return value;
  }

  private static void link(Path from, Path to, String except) throws IOException {
    try (Stream<Path> children = Files.list(from)) {
      for (Path child : (Iterable<Path>) children::iterator) {
        String name = child.getFileName().toString();
        if (Files.isDirectory(child) && !name.equals(except)) {
          Files.createSymbolicLink(to.resolve(name), child.toRealPath());
        }
      }
    }
  }

  private void installAll() throws IOException {
    Path root = Pages.root();
    install("queue-job", root.resolve("pom.xml"), null);
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path jar = Path.of(entry);
      Matcher artifact = ARTIFACT.matcher(jar.getFileName().toString());
      if (artifact.matches() && jar.startsWith(root)) {
        install(artifact.group(1), pomOf(jar), jar);
      }
    }
    Path console = Path.of("target/reactor/queue-job-console.war");
    install("queue-job-console", root.resolve("queue-job-console/pom.xml"), console);
    for (String needed : new String[] {"ejb", "testing", "archetype"}) {
      if (!Files.exists(products.resolve("queue-job-" + needed))) {
        throw new IllegalStateException(
            "expected the jar of queue-job-"
                + needed
                + " of this checkout on the class path, found none; run mvn verify with -am");
      }
    }
  }

  /** Shading leaves a pom behind that is installed in place of the module's own. */
  private static Path pomOf(Path jar) {
    Path module = jar.getParent().getParent();
    Path reduced = module.resolve("dependency-reduced-pom.xml");
    return Files.exists(reduced) ? reduced : module.resolve("pom.xml");
  }

  private void install(String artifact, Path pom, Path archive) throws IOException {
    Path target = Files.createDirectories(products.resolve(artifact).resolve(VERSION));
    String name = artifact + "-" + VERSION;
    Files.copy(pom, target.resolve(name + ".pom"));
    if (archive != null) {
      String file = archive.getFileName().toString();
      Files.copy(archive, target.resolve(name + file.substring(file.lastIndexOf('.'))));
    }
  }

  Path folder() {
    return folder;
  }
}
