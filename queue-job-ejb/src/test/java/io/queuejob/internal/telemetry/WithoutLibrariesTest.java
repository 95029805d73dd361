package io.queuejob.internal.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine without OpenTelemetry, SLF4J and JBoss Logging on the class path. */
class WithoutLibrariesTest {
  private static final String PRODUCT = "io.queuejob.";

  /** The only ones that name OpenTelemetry's types. */
  private static final Set<String> OPTIONAL =
      Set.of("OpenTelemetryTraces", "TraceParent", "FoundTelemetry");

  private Hiding loader;

  /** Loads the class path anew, and lacks what is optional. */
  private static final class Hiding extends URLClassLoader {
    Hiding(URL[] path) {
      super(path, ClassLoader.getPlatformClassLoader());
    }
  }

  @BeforeEach
  void hide() throws IOException {
    List<URL> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!entry.matches(".*(opentelemetry|slf4j|jboss-logging).*")) {
        path.add(Path.of(entry).toUri().toURL());
      }
    }
    loader = new Hiding(path.toArray(URL[]::new));
  }

  @AfterEach
  void close() throws IOException {
    loader.close();
  }

  @Test
  void telemetry_is_nothing() throws Exception {
    assertThatThrownBy(() -> loader.loadClass("io.opentelemetry.api.OpenTelemetry"))
        .isInstanceOf(ClassNotFoundException.class);
    Class<?> type = loader.loadClass(Telemetry.class.getName());
    assertThat(type).isNotSameAs(Telemetry.class);
    Object found = type.getMethod("find", ClassLoader.class).invoke(null, loader);
    assertThat((List<?>) type.getMethod("propagators").invoke(found)).isEmpty();
    Object none =
        loader.loadClass(PRODUCT + "internal.port.watch.RunWatch").getField("NONE").get(null);
    assertThat(type.getMethod("watch").invoke(found)).isSameAs(none);
  }

  @Test
  void no_other_class_of_the_engine_needs_them() throws Exception {
    List<String> names = classes();
    assertThat(names).hasSizeGreaterThan(300);
    for (String name : names) {
      Class<?> type = Class.forName(name, false, loader);
      assertThat(type.getDeclaredMethods().length + type.getDeclaredFields().length)
          .as(name)
          .isNotNegative();
    }
  }

  private static List<String> classes() throws IOException {
    Path root = Path.of("target", "classes");
    try (Stream<Path> files = Files.walk(root.resolve("io/queuejob"))) {
      return files
          .map(file -> root.relativize(file).toString().replace(File.separatorChar, '.'))
          .filter(name -> name.endsWith(".class") && !name.contains(".shaded."))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .filter(name -> OPTIONAL.stream().noneMatch(o -> name.matches(".*\\." + o + "(\\$.*)?")))
          .filter(name -> !name.endsWith("package-info"))
          .toList();
    }
  }
}
