package io.queuejob.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {
  @TempDir Path older;

  @Test
  void each_node_is_started_with_both_in_turn() throws Exception {
    Files.createDirectories(older.resolve("target/classes"));
    Versions versions = new Versions(older);
    String first = versions.classPath("node-1");
    assertThat(versions.classPath("node-2")).isNotEqualTo(first);
    assertThat(versions.classPath("node-1")).isNotEqualTo(first);
    assertThat(versions.classPath("node-1")).isEqualTo(first);
    assertThat(versions.olderStarts()).isEqualTo(2);
  }

  @Test
  void alone_it_is_always_this_one() {
    Versions versions = new Versions(null);
    assertThat(versions.classPath("node-1")).isEqualTo(versions.classPath("node-1"));
    assertThat(versions.olderStarts()).isZero();
  }

  @Test
  void what_was_not_built_is_told() {
    assertThatThrownBy(() -> new Versions(older)).hasMessageContaining("target/classes");
  }
}
