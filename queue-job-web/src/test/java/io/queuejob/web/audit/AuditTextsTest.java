package io.queuejob.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.audit.AuditAdmin;
import io.queuejob.admin.audit.AuditEntry;
import io.queuejob.admin.audit.AuditFilter;
import io.queuejob.admin.audit.AuditPage;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditTextsTest {
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  private static AuditEntry entry(long id, String subject, String before, String after) {
    return new AuditEntry(id, AT, "ann", "change channel", subject, null, null, before, after);
  }

  @Test
  void only_what_differs_is_shown() {
    assertThat(
            Difference.between(
                "{\"capacity\":2,\"paused\":false,\"rate\":null}",
                "{\"capacity\":3,\"paused\":false,\"rate\":\"1/2\"}"))
        .containsExactly(new Difference("capacity", "2", "3"), new Difference("rate", null, "1/2"));
    assertThat(Difference.between(null, "{\"a\":1}"))
        .containsExactly(new Difference("a", null, "1"));
    assertThat(Difference.between(null, null)).isEmpty();
    assertThat(Difference.between("[1]", "oops"))
        .containsExactly(new Difference("", "[1]", "oops"));
  }

  @Test
  void no_cell_is_a_formula_and_quotes_are_doubled() {
    assertThat(AuditCsv.line(entry(1, "=1+1", "{\"a\":1}", null)))
        .isEqualTo("1,2026-03-01T10:00:00Z,ann,change channel,'=1+1,,,\"{\"\"a\"\":1}\",\r\n");
  }

  @Test
  void no_name_that_a_person_gives_becomes_a_formula_in_the_audit_of_another() {
    for (String name : List.of("\u200B=x", "|cmd", "%0", " =x", "\uFF0Bx")) {
      assertThat(AuditCsv.line(entry(1, name, null, null))).contains(",'" + name + ",");
    }
    assertThat(AuditCsv.line(entry(1, "a;=cmd", null, null))).contains(",\"a;'=cmd\",");
  }

  @Test
  void the_export_walks_all_pages() throws Exception {
    AuditAdmin two =
        new AuditAdmin() {
          @Override
          public AuditPage list(AuditFilter filter) {
            return filter.after() == null
                ? new AuditPage(List.of(entry(2, "b", null, null)), 2L, false)
                : new AuditPage(List.of(entry(1, "a", null, null)), null, false);
          }

          @Override
          public List<String> actors() {
            return List.of();
          }

          @Override
          public List<String> actions() {
            return List.of();
          }
        };
    StringWriter out = new StringWriter();
    AuditCsv.write(two, new AuditFilter(null, null, null, null, null, null, 10), out);
    assertThat(out.toString().lines()).hasSize(3).last().asString().startsWith("1,");
  }

  @Test
  void an_address_says_what_is_shown_and_wrong_parts_are_ignored() {
    AuditQuery query =
        AuditQuery.of(
            Map.of("actor", " ann ", "subject", "root.a b", "from", "never", "after", "7"));
    assertThat(query.address()).isEqualTo("?actor=ann&subject=root.a+b&after=7");
    assertThat(query.withAfter(null).address()).isEqualTo("?actor=ann&subject=root.a+b");
    assertThat(AuditQuery.of(Map.of("after", "x")).isNarrowed()).isFalse();
    assertThat(AuditQuery.of(Map.of("until", "2026-03-01T10:00:00Z")).address())
        .isEqualTo("?until=2026-03-01T10%3A00%3A00Z");
  }

  @Test
  void a_subject_leads_to_its_page() {
    String uuid = "0b9c6f3e-8a51-4d27-9a66-0d0f5b1c2e47";
    assertThat(new AuditLine(entry(1, uuid, null, null)).address()).endsWith(uuid);
    assertThat(new AuditLine(entry(1, "root.a&b", null, null)).address())
        .isEqualTo("channels.xhtml?text=root.a%26b");
  }

  @Test
  void an_address_with_an_instant_that_no_database_has_shows_all() {
    for (Instant instant : List.of(Instant.MIN, Instant.MAX)) {
      assertThat(AuditQuery.of(Map.of("from", instant.toString())).isNarrowed()).isFalse();
    }
    assertThat(AuditQuery.of(Map.of("from", AT.toString())).from()).isEqualTo(AT);
  }
}
