package io.queuejob.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

  @TempDir Path folder;
  private Path file;
  private ServerLog log;

  @BeforeEach
  void create() throws IOException {
    file = Files.createFile(folder.resolve("server.log"));
    log = new ServerLog(file, ServerKind.PAYARA_MICRO.setup().log());
  }

  @Test
  void a_line_is_read_once_and_only_when_complete() throws IOException {
    write("one\ntw");
    assertThat(log.newLines()).containsExactly("one");
    assertThat(log.newLines()).isEmpty();

    write("ö\n");
    assertThat(log.newLines()).containsExactly("twö");
  }

  @Test
  void the_end_of_the_boot_is_said_by_the_server() throws IOException {
    write("2026-11-23 18:30:18.600 INFO [PayaraMicro] Deployed 2 archive(s)\n");
    log.newLines();
    assertThat(log.bootEnded()).isFalse();

    write(
        "2026-11-23 18:30:18.638 INFO [PayaraMicro] Payara Micro 6.2025.9 (build 41) ready in 4,281 (ms)\n");
    log.newLines();
    assertThat(log.bootEnded()).isTrue();
  }

  @Test
  void complaints_are_severe_records_with_their_causes_each_once() throws IOException {
    String failure =
        """
        2026-11-23 18:46:06.901 SEVERE [javax.enterprise.system.core] Exception while loading the app
        jakarta.ejb.EJBException: wrapped
        \tat com.sun.Somewhere(Somewhere.java:1)
        Caused by: java.lang.IllegalStateException: QJ1001 no such data source
        """;
    write(failure + failure);
    write("2026-11-23 18:46:07.000 WARNING [x] careful\nCaused by: nothing serious\n");

    log.newLines();

    assertThat(log.complaints())
        .containsExactly(
            "Exception while loading the app",
            "Caused by: java.lang.IllegalStateException: QJ1001 no such data source");
    assertThat(log.tail(2))
        .isEqualTo("2026-11-23 18:46:07.000 WARNING [x] careful\nCaused by: nothing serious");
  }

  @Test
  void only_the_products_own_words_are_progress() {
    assertThat(
            log.productMessage(
                "2026-11-23 18:30:18.583 INFO [io.queuejob.internal.boot.Engine] QJ0009 ready"))
        .isEqualTo("QJ0009 ready");
    assertThat(log.productMessage("2026-11-23 18:30:18.583 WARNING [io.queuejob.x] hm"))
        .isEqualTo("WARNING hm");
    assertThat(log.productMessage("2026-11-23 18:30:18.583 INFO [PayaraMicro] Built")).isNull();
    assertThat(log.productMessage("Caused by: io.queuejob")).isNull();
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }
}
