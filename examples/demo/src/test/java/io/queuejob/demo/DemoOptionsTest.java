package io.queuejob.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.servers.ServerKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {

  @Test
  void nothing_said_means_port_8080_and_a_database_of_its_own() {
    DemoOptions options = parse();

    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.jdbcUrl()).isEmpty();
    assertThat(options.channels()).isEmpty();
    assertThat(options.fresh()).isFalse();
    assertThat(options.help()).isFalse();
  }

  @Test
  void values_follow_as_a_word_or_after_an_equals_sign() {
    String url = "jdbc:postgresql://localhost:5433/order_desk?user=a&password=b=c";

    assertThat(parse("--port", "8081", "--jdbc-url", url))
        .isEqualTo(parse("--port=8081", "--jdbc-url=" + url));
    assertThat(parse("--jdbc-url=" + url).jdbcUrl()).contains(url);
    assertThat(parse("--channels", "root:4,root.mail:2").channels()).contains("root:4,root.mail:2");
  }

  @Test
  void the_server_is_chosen_by_name() {
    assertThat(parse().server()).isEqualTo(ServerKind.PAYARA_MICRO);
    assertThat(parse("--server", "wildfly").server()).isEqualTo(ServerKind.WILDFLY);
    assertThatThrownBy(() -> parse("--server=tomcat"))
        .isInstanceOf(DemoOptions.UsageException.class)
        .hasMessageContaining(
            "expected one of payara-micro, payara, wildfly, glassfish, liberty after --server,"
                + " found 'tomcat'");
  }

  @Test
  void flags_need_no_value() {
    assertThat(parse("--fresh").fresh()).isTrue();
    assertThat(parse("--help").help()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "0", "65536", "123456", "-1"})
  void a_port_that_is_none_is_refused(String port) {
    assertThatThrownBy(() -> parse("--port", port))
        .isInstanceOf(DemoOptions.UsageException.class)
        .hasMessageContaining("expected a port from 1 to 65535 after --port, found '" + port + "'");
  }

  @Test
  void an_option_without_its_value_is_refused() {
    assertThatThrownBy(() -> parse("--channels"))
        .hasMessageContaining("expected a value after --channels, found nothing");
    assertThatThrownBy(() -> parse("--channels", "--fresh"))
        .hasMessageContaining("expected a value after --channels, found '--fresh'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--prot", "8081", "--fresh=yes", ""})
  void an_unknown_word_is_refused(String word) {
    assertThatThrownBy(() -> parse(word))
        .isInstanceOf(DemoOptions.UsageException.class)
        .hasMessage("unknown option '" + word + "'; see ./demo --help");
  }

  @Test
  void someone_elses_database_is_never_dropped() {
    assertThatThrownBy(() -> parse("--fresh", "--jdbc-url", "jdbc:postgresql://host/db"))
        .isInstanceOf(DemoOptions.UsageException.class)
        .hasMessageContaining("cannot be combined with --jdbc-url");
  }

  private static DemoOptions parse(String... words) {
    return DemoOptions.parse(List.of(words));
  }
}
