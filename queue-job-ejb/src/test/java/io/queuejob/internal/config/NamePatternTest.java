package io.queuejob.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of data sources, and patterns of them. */
class NamePatternTest {

  @ParameterizedTest
  @CsvSource({
    "jdbc/tenant-*, tenant-b, jdbc/tenant-b",
    "jdbc/tenant-*, jdbc/tenant-b, jdbc/tenant-b",
    "jdbc/tenant-*, tenant-, jdbc/tenant-",
    "jdbc/tenant-*, other, ",
    "jdbc/tenant-*, tenant-b/deep, ",
    "jdbc/*-queue, b-queue, jdbc/b-queue",
    "jdbc/a*a, a, ",
    "jdbc/a*a, aa, jdbc/aa",
    "jdbc/*, b, jdbc/b",
    "java:jboss/datasources/Tenant*, TenantB, java:jboss/datasources/TenantB",
    "tenant-*, tenant-b, tenant-b",
    "tenant-*, jdbc/tenant-b, ",
  })
  void a_listed_name_fits_or_not_with_its_context_or_without(
      String pattern, String listed, String name) {
    assertThat(new NamePattern(pattern).nameOf(listed)).isEqualTo(name);
  }

  @Test
  void the_context_is_what_stands_before_the_last_slash() {
    assertThat(new NamePattern("jdbc/tenant-*").context()).isEqualTo("jdbc");
    assertThat(new NamePattern("java:app/jdbc/t*").context()).isEqualTo("java:app/jdbc");
    assertThat(new NamePattern("tenant-*").context()).isEmpty();
    assertThat(new NamePattern("jdbc/tenant-b").isName()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "jdbc/*/queue", "jdbc/*-*", "jdbc/a b"})
  void what_cannot_be_a_name_or_pattern_is_refused(String text) {
    assertThat(NamePattern.problem(text)).startsWith("JNDI names, each with at most one *");
  }
}
