package io.queuejob.internal.boot.several;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.internal.config.NamePattern;
import java.util.List;
import javax.naming.CommunicationException;
import javax.naming.NameNotFoundException;
import org.junit.jupiter.api.Test;

/** What a JNDI context lists, seen through a pattern. */
class PatternNamesTest {
  private static final NamePattern TENANTS = new NamePattern("jdbc/tenant-*");

  @Test
  void names_that_fit_are_found_in_the_context() throws Exception {
    PatternNames names =
        new PatternNames(TENANTS, context -> List.of("queue", "tenant-a", context + "/tenant-b"));
    assertThat(names.names()).containsExactly("jdbc/tenant-a", "jdbc/tenant-b");
  }

  @Test
  void second_names_of_a_data_source_are_passed_over() throws Exception {
    PatternNames names =
        new PatternNames(
            TENANTS, context -> List.of("tenant-a", "tenant-a__pm", "tenant-a__nontx"));
    assertThat(names.names()).containsExactly("jdbc/tenant-a");
  }

  @Test
  void a_name_without_a_star_needs_no_context_that_lists_it() throws Exception {
    PatternNames names =
        new PatternNames(
            new NamePattern("jdbc/b"),
            context -> {
              throw new AssertionError("listed " + context);
            });
    assertThat(names.names()).containsExactly("jdbc/b");
  }

  @Test
  void a_context_that_does_not_exist_has_no_names_and_one_that_does_not_answer_raises() {
    PatternNames empty =
        new PatternNames(
            TENANTS,
            context -> {
              throw new NameNotFoundException(context);
            });
    assertThat(empty).satisfies(names -> assertThat(names.names()).isEmpty());
    PatternNames silent =
        new PatternNames(
            TENANTS,
            context -> {
              throw new CommunicationException(context);
            });
    assertThatThrownBy(silent::names).isInstanceOf(CommunicationException.class);
  }
}
