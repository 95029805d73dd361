package io.queuejob.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.servers.ServerKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixOptionsTest {

  @Test
  void nothing_said_means_every_server_in_each_archive_that_it_takes() {
    MatrixOptions options = MatrixOptions.parse(List.of());

    for (ServerKind kind : ServerKind.values()) {
      assertThat(options.wants(kind, Archive.WAR)).as(kind.label()).isTrue();
      assertThat(options.wants(kind, Archive.EAR)).as(kind.label()).isEqualTo(kind.takesEar());
    }
  }

  @Test
  void servers_and_archives_are_chosen_by_name() {
    MatrixOptions options =
        MatrixOptions.parse(
            List.of("--server", "wildfly", "--server", "liberty", "--archive", "ear"));

    assertThat(options.wants(ServerKind.WILDFLY, Archive.EAR)).isTrue();
    assertThat(options.wants(ServerKind.LIBERTY, Archive.EAR)).isTrue();
    assertThat(options.wants(ServerKind.WILDFLY, Archive.WAR)).isFalse();
    assertThat(options.wants(ServerKind.GLASSFISH, Archive.EAR)).isFalse();
  }

  @Test
  void a_wrong_word_is_told_with_what_there_is() {
    assertThatThrownBy(() -> MatrixOptions.parse(List.of("--server", "tomcat")))
        .isInstanceOf(MatrixOptions.UsageException.class)
        .hasMessageContaining("payara-micro, payara, wildfly, glassfish, liberty")
        .hasMessageContaining("found 'tomcat'");
    assertThatThrownBy(() -> MatrixOptions.parse(List.of("--archive", "jar")))
        .hasMessageContaining("expected war or ear after --archive, found 'jar'");
    assertThatThrownBy(() -> MatrixOptions.parse(List.of("--server")))
        .hasMessageContaining("expected a value after --server, found nothing");
    assertThatThrownBy(() -> MatrixOptions.parse(List.of("--all")))
        .hasMessageContaining("unknown option '--all'");
  }
}
