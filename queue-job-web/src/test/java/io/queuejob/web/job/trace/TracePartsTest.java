package io.queuejob.web.job.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TracePartsTest {
  private static final String TRACE =
      """
      shop.NoRoute: no route
      \tat shop.Mails.send(Mails.java:7)
      \tat java.base/jdk.internal.reflect.NativeMethodAccessorImpl.invoke0(Native Method)
      \tat org.glassfish.ejb.Invoker.invoke(Invoker.java:1)
      \tat app//io.queuejob.internal.execution.Invoker.call(Invoker.java:9)
      \tat shop.Desk.run(Desk.java:8)
      \tat java.base/java.lang.Thread.run(Thread.java:840)
      Caused by: java.io.IOException: cut
      """;

  @Test
  void frames_of_others_are_folded_and_the_applications_own_stand() {
    List<TraceParts.Part> parts = TraceParts.of(TRACE);
    assertThat(parts.stream().map(TraceParts.Part::frames)).containsExactly(0, 3, 0);
    assertThat(parts.get(0).text()).endsWith("Mails.java:7)");
    assertThat(parts.get(2).text()).startsWith("\tat shop.Desk").endsWith("cut");
  }

  @Test
  void nothing_is_lost() {
    assertThat(String.join("\n", TraceParts.of(TRACE).stream().map(TraceParts.Part::text).toList()))
        .isEqualTo(TRACE.stripTrailing());
  }

  @Test
  void a_text_that_is_no_trace_is_shown_whole() {
    assertThat(TraceParts.of("just words")).containsExactly(new TraceParts.Part("just words", 0));
    assertThat(TraceParts.of(null)).isEmpty();
  }
}
