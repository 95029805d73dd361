package io.queuejob.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestPartsTest {
  @Test
  void header_carries_a_name_and_a_password_with_colons() {
    BasicHeader header = BasicHeader.of(header("ann:pass:wörd")).orElseThrow();
    assertThat(header.user()).isEqualTo("ann");
    assertThat(header.password()).isEqualTo("pass:wörd");
    assertThat(header.toString()).doesNotContain("pass");
  }

  @Test
  void scheme_is_read_in_any_case() {
    assertThat(BasicHeader.of(header("a:b").replace("Basic", "bAsIc"))).isPresent();
  }

  @Test
  void damaged_header_carries_nothing() {
    for (String wrong : List.of("", "Bearer x", "Basic", "Basic ***", header("nocolon"))) {
      assertThat(BasicHeader.of(wrong)).as(wrong).isEmpty();
    }
    assertThat(BasicHeader.of(null)).isEmpty();
  }

  @Test
  void login_leads_back_to_pages_of_the_admin() {
    for (String page :
        List.of(
            "/",
            "/?state=failed,done&text=a%20b",
            "/queue-job/jobs.xhtml?state=all&after=12&trail=1,2",
            "/queue-job/job.xhtml?uuid=0b9c6f3e-8a51-4d27-9a66-0d0f5b1c2e47")) {
      assertThat(ReturnPath.safe(page)).isEqualTo(page);
    }
  }

  @Test
  void login_leads_nowhere_else() {
    for (String evil :
        List.of(
            "//evil.example",
            "https://evil.example",
            "/\\evil",
            "/login",
            "/api/jobs",
            "/queue-job/../x.xhtml",
            "/\r\nSet-Cookie: a=b",
            "/?a=\r\nb",
            "javascript:alert(1)",
            "/?" + "x".repeat(3000))) {
      assertThat(ReturnPath.safe(evil)).as(evil).isEqualTo("/");
    }
    assertThat(ReturnPath.safe(null)).isEqualTo("/");
  }

  @Test
  void path_asked_for_is_encoded_for_the_login() {
    assertThat(ReturnPath.encoded("/queue-job/jobs.xhtml", "state=failed"))
        .isEqualTo("%2Fqueue-job%2Fjobs.xhtml%3Fstate%3Dfailed");
    assertThat(ReturnPath.encoded("/api/jobs", null)).isEqualTo("%2F");
  }

  @Test
  void every_refusal_has_an_id_and_words() {
    for (Refusal refusal :
        List.of(
            Refusal.NOBODY,
            Refusal.WRONG,
            Refusal.NO_ACCOUNT,
            Refusal.tooMany(Duration.ofSeconds(90)))) {
      assertThat(refusal.toProblem().toJson().getString("id")).isEqualTo(refusal.id());
      assertThat(refusal.toProblem().detail()).startsWith("Expected");
    }
    assertThat(Refusal.tooMany(Duration.ofMillis(3)).waitSeconds()).isEqualTo(1);
  }

  private static String header(String pair) {
    byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }
}
