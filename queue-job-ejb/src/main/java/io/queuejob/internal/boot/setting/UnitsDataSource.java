package io.queuejob.internal.boot.setting;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The data source of the application's own data, as its persistence units name it: who names none
 * for the jobs means that one.
 */
final class UnitsDataSource {

  private static final String FILE = "META-INF/persistence.xml";
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("<(?:\\w+:)?jta-data-source\\s*>([^<]*)<");

  private UnitsDataSource() {}

  /**
   * What all units that a class loader sees agree upon; empty if they name none, or more than one,
   * or a name that the server fills in. What else is wrong with a file the server says better.
   */
  static Optional<String> of(ClassLoader loader) {
    Set<String> names = new TreeSet<>();
    try {
      for (URL url : Collections.list(loader.getResources(FILE))) {
        NAME.matcher(COMMENT.matcher(text(url)).replaceAll(""))
            .results()
            .map(found -> found.group(1).strip())
            .filter(name -> !name.isEmpty())
            .forEach(names::add);
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return names.size() == 1
        ? names.stream().filter(name -> !name.contains("${")).findFirst()
        : Optional.empty();
  }

  private static String text(URL url) throws IOException {
    try (InputStream file = url.openStream()) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
