package io.queuejob.web.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.doctor.Check;
import io.queuejob.admin.doctor.Finding;
import io.queuejob.admin.doctor.Finding.State;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DoctorViewTest {
  private static final Finding LOOK =
      new Finding(Check.HALTED, State.LOOK, "paused", List.of("root.a b", "12"));
  private static final Finding WRONG =
      new Finding(Check.STRANDED, State.WRONG, "jobs", List.of("f()", "shop", "3"));

  @Test
  void the_gravest_comes_first_and_what_is_fine_apart() {
    DoctorView view = new DoctorView(() -> List.of(LOOK, WRONG, Finding.fine(Check.CLOCK)));
    assertThat(view.ills(Locale.ROOT))
        .extracting(FindingLine::state)
        .containsExactly("wrong", "look");
    assertThat(view.fine(Locale.ROOT)).extracting(FindingLine::title).containsExactly("Clock");
  }

  @Test
  void an_examination_is_not_repeated_within_seconds_and_the_last_one_stays() {
    AtomicInteger examinations = new AtomicInteger();
    DoctorView view =
        new DoctorView(
            () -> {
              if (examinations.incrementAndGet() > 1) {
                throw new IllegalStateException("QJ3001 gone");
              }
              return List.of(LOOK);
            });
    view.refresh();
    view.refresh();
    assertThat(examinations).hasValue(1);
    view.examine();
    assertThat(view.ills(Locale.ROOT)).hasSize(1);
    assertThat(view.getTrouble()).isEqualTo("QJ3001 gone");
  }

  @Test
  void a_finding_leads_to_what_it_is_about() {
    assertThat(new FindingLine(LOOK, Locale.ROOT).address())
        .isEqualTo("jobs.xhtml?channel=root.a+b");
    assertThat(new FindingLine(WRONG, Locale.ROOT).address())
        .isEqualTo("functions.xhtml?text=f%28%29");
    assertThat(new FindingLine(Finding.fine(Check.HALTED), Locale.ROOT).address()).isNull();
    assertThat(new FindingLine(LOOK, Locale.ROOT).found())
        .isEqualTo("12 jobs wait in channel root.a b, or below it, which is paused.");
  }
}
