package io.queuejob.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SmallTextsTest {
  @Test
  void own_message_is_found_below_wrappers() {
    Throwable own = new IllegalStateException("QJ3001 Database: expected, found, do");
    assertThat(Trouble.ownMessage(new RuntimeException("outer", own)))
        .isEqualTo("QJ3001 Database: expected, found, do");
  }

  @Test
  void foreign_message_is_not_told() {
    assertThat(Trouble.ownMessage(new RuntimeException("password=secret"))).isNull();
    assertThat(Trouble.ownMessage(new RuntimeException())).isNull();
  }

  @Test
  void uuid_is_read_only_in_full() {
    UUID uuid = UUID.fromString("0b9c6f3e-8a51-4d27-9a66-0d0f5b1c2e47");
    assertThat(StrictUuid.parse(uuid.toString())).contains(uuid);
    assertThat(StrictUuid.parse("1-1-1-1-1")).isEmpty();
    assertThat(StrictUuid.parse(uuid + "x")).isEmpty();
    assertThat(StrictUuid.parse(null)).isEmpty();
  }
}
