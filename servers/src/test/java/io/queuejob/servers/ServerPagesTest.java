package io.queuejob.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each server has a page, and what the page shows is what the server is set up with. */
class ServerPagesTest {

  private static final Map<ServerKind, List<String>> FILES =
      Map.of(
          ServerKind.PAYARA_MICRO, List.of("payara-pool.txt"),
          ServerKind.PAYARA, List.of("payara-pool.txt"),
          ServerKind.GLASSFISH, List.of("glassfish-pool.txt"),
          ServerKind.WILDFLY, List.of("wildfly-module.xml", "wildfly.cli"),
          ServerKind.LIBERTY, List.of("liberty-server.xml"));

  @ParameterizedTest
  @EnumSource
  void page_shows_the_files_that_the_server_is_set_up_with(ServerKind kind) throws IOException {
    String page = page("docs/servers/" + kind.label() + ".md");
    for (String file : FILES.get(kind)) {
      assertThat(page).as(file).contains("\n" + text(file) + "```\n");
    }
  }

  @ParameterizedTest
  @EnumSource
  void index_leads_to_each_page(ServerKind kind) throws IOException {
    assertThat(page("docs/servers.md"))
        .contains("[" + kind.title() + "](servers/" + kind.label() + ".md)");
  }

  @ParameterizedTest
  @EnumSource
  void each_server_has_an_origin_with_its_version(ServerKind kind) {
    Distributions.Origin origin = Distributions.origin(kind);

    assertThat(origin.artifact()).matches("[a-z.]+:[a-z-]+:[0-9][A-Za-z0-9.]+:(zip|jar)");
    assertThat(origin.isJar()).isEqualTo(kind == ServerKind.PAYARA_MICRO);
  }

  private static String page(String name) throws IOException {
    return Files.readString(Path.of("..").resolve(name));
  }

  private static String text(String file) throws IOException {
    try (InputStream in = ServerKind.class.getResourceAsStream("setup/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
