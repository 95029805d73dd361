package io.queuejob.internal.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.doctor.Check;
import io.queuejob.admin.doctor.Finding;
import io.queuejob.admin.doctor.Finding.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorCommandTest {
  private final Shell shell = new Shell(Map.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--json",
        "shop",
        "--xml jdbc:postgresql:shop",
        "jdbc:postgresql:shop jdbc:postgresql:other",
        "jdbc:h2:mem:shop"
      })
  void what_makes_no_sense_is_refused_with_a_word_of_help(String arguments) {
    assertThat(shell.doctor(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
        .isEqualTo(2);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.complaints())
        .startsWith("QJ6100 expected 'doctor [--json] jdbc:postgresql://HOST/DATABASE'")
        .contains(("found 'doctor " + arguments).strip() + "'");
  }

  @Test
  void what_is_refused_shows_no_password() {
    shell.doctor("postgresql://ann:secret@host/shop");
    assertThat(shell.complaints()).contains("postgresql://host/shop").doesNotContain("secret");
    shell.doctor("jdbc:postgresql://host/shop?password=secret", "further");
    assertThat(shell.complaints()).contains("//host/shop further'").doesNotContain("secret");
  }

  @Test
  void what_is_wrong_stands_before_what_is_to_be_looked_at() {
    assertThat(
            DoctorReport.text(
                List.of(
                    new Finding(Check.VERSIONS, State.LOOK, "mixed", List.of("shop", "1, 2")),
                    Finding.fine(Check.HELD),
                    new Finding(Check.RUNNER, State.WRONG, "none", List.of()))))
        .matches(
            "(?s)wrong  runner: No live node .*\n       Start .*\n"
                + "look   versions: Application shop .* 1, 2\\.\n       Right .*\n"
                + "1 of 3 checks are fine\n");
  }
}
