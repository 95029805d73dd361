package io.queuejob.internal.boot.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitsDataSourceTest {
  private static final String UNIT =
      "<persistence-unit name='u'><jta-data-source> %s </jta-data-source></persistence-unit>";

  @TempDir private Path folder;

  /** What is found in one module for each text. */
  private Optional<String> found(String... files) throws Exception {
    List<URL> modules = new ArrayList<>();
    for (String file : files) {
      Path module = Files.createTempDirectory(folder, "module");
      Path target = Files.createDirectory(module.resolve("META-INF")).resolve("persistence.xml");
      Files.writeString(target, file);
      modules.add(module.toUri().toURL());
    }
    try (URLClassLoader loader = new URLClassLoader(modules.toArray(new URL[0]), null)) {
      return UnitsDataSource.of(loader);
    }
  }

  private static String units(String... dataSources) {
    StringBuilder units = new StringBuilder();
    for (String name : dataSources) {
      units.append(UNIT.formatted(name));
    }
    return "<persistence xmlns='https://jakarta.ee/xml/ns/persistence' version='3.0'>"
        + units
        + "</persistence>";
  }

  @Test
  void units_that_agree_say_where_the_jobs_are() throws Exception {
    assertThat(found(units("jdbc/shop"))).contains("jdbc/shop");
    assertThat(found(units("jdbc/shop", "jdbc/shop"), units("jdbc/shop"))).contains("jdbc/shop");
    assertThat(found(units("jdbc/shop").replace("<jta", "<p:jta"))).contains("jdbc/shop");
  }

  @Test
  void units_that_do_not_agree_say_nothing() throws Exception {
    assertThat(found(units("jdbc/shop", "jdbc/archive"))).isEmpty();
    assertThat(found(units("jdbc/shop"), units("jdbc/archive"))).isEmpty();
  }

  @Test
  void nothing_is_made_of_what_names_nothing() throws Exception {
    assertThat(found()).isEmpty();
    assertThat(found("<persistence><persistence-unit name='u'/></persistence>")).isEmpty();
    assertThat(found(units(""))).isEmpty();
    assertThat(found(units("${ENV=SHOP}"))).isEmpty();
    assertThat(found("no xml")).isEmpty();
    assertThat(found("<!--" + units("jdbc/shop") + "-->")).isEmpty();
  }
}
