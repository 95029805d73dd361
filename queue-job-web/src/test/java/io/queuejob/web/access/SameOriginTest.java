package io.queuejob.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameOriginTest {
  private static final String HOST = "queue.example:8443";

  private static boolean foreign(String site, String origin, String referer) {
    return SameOrigin.isForeign(site, origin, referer, HOST, null);
  }

  @Test
  void what_the_browser_says_of_the_site_counts_first() {
    assertThat(foreign("same-origin", "https://evil.example", null)).isFalse();
    assertThat(foreign("none", null, null)).isFalse();
    assertThat(foreign("cross-site", "https://" + HOST, null)).isTrue();
    assertThat(foreign("same-site", null, null)).isTrue();
  }

  @Test
  void else_the_origin_must_be_this_host() {
    assertThat(foreign(null, "https://" + HOST, null)).isFalse();
    assertThat(foreign(null, "https://QUEUE.example:8443", null)).isFalse();
    assertThat(foreign(null, "https://queue.example", null)).isTrue();
    assertThat(foreign(null, "https://evil.example", "https://" + HOST + "/")).isTrue();
    assertThat(foreign(null, "null", null)).isTrue();
    assertThat(foreign(null, ":", null)).isTrue();
  }

  @Test
  void else_the_page_that_led_here() {
    assertThat(foreign(null, null, "https://" + HOST + "/queue-job/jobs.xhtml")).isFalse();
    assertThat(foreign(null, null, "https://evil.example/" + HOST)).isTrue();
  }

  @Test
  void a_proxy_may_keep_the_host_that_the_browser_used() {
    assertThat(SameOrigin.isForeign(null, "https://jobs.example", null, "10.0.0.7", "jobs.example"))
        .isFalse();
    assertThat(SameOrigin.isForeign(null, "https://evil.example", null, "10.0.0.7", "jobs.example"))
        .isTrue();
  }

  @Test
  void who_says_nothing_is_no_browser() {
    assertThat(foreign(null, null, null)).isFalse();
  }
}
