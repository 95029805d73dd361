package io.queuejob.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccessGateTest {
  @Test
  void screens_open_for_the_role() {
    assertThat(AccessGate.answerTo("/queue-job/jobs.xhtml", true)).isEqualTo(200);
    assertThat(AccessGate.answerTo("/queue-job/job.xhtml", true)).isEqualTo(200);
  }

  @Test
  void nothing_opens_without_the_role() {
    assertThat(AccessGate.answerTo("/queue-job/jobs.xhtml", false)).isEqualTo(403);
    assertThat(AccessGate.answerTo("/queue-job/layout/template.xhtml", false)).isEqualTo(403);
  }

  @Test
  void fragment_is_no_page() {
    assertThat(AccessGate.answerTo("/queue-job/jobs/table.xhtml", true)).isEqualTo(404);
  }

  @Test
  void pages_of_the_application_around_are_left_alone() {
    assertThat(AccessGate.answerTo("/orders/list.xhtml", false)).isEqualTo(200);
    assertThat(AccessGate.answerTo(null, false)).isEqualTo(200);
  }
}
