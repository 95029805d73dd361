package io.queuejob.devdb.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PostgresBinariesTest {

  @Test
  void archive_is_chosen_by_processor() throws IOException {
    assertThat(PostgresBinaries.archiveFor("Linux", "amd64"))
        .isEqualTo("postgres-linux-x86_64.txz");
    assertThat(PostgresBinaries.archiveFor("Linux", "aarch64"))
        .isEqualTo("postgres-linux-arm_64.txz");
  }

  @Test
  void both_archives_are_on_the_class_path() {
    ClassLoader loader = getClass().getClassLoader();

    assertThat(loader.getResource("postgres-linux-x86_64.txz")).isNotNull();
    assertThat(loader.getResource("postgres-linux-arm_64.txz")).isNotNull();
  }

  @Test
  void other_systems_are_told_what_to_do() {
    assertThatThrownBy(() -> PostgresBinaries.archiveFor("Windows 11", "amd64"))
        .hasMessageContaining("expected Linux on amd64 or aarch64, found Windows 11 on amd64");
    assertThatThrownBy(() -> PostgresBinaries.archiveFor("Linux", "riscv64"))
        .hasMessageContaining("found Linux on riscv64");
  }
}
