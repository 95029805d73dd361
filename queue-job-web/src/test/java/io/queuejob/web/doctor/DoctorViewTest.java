package io.queuejob.web.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.doctor.Check;
import io.queuejob.admin.doctor.Finding;
import io.queuejob.admin.doctor.Finding.State;
import io.queuejob.web.language.Language;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  @ParameterizedTest
  @EnumSource(Language.class)
  void title_finding_and_cure_are_in_the_language_of_the_page(Language language) {
    FindingLine line = new DoctorView(() -> List.of(LOOK)).ills(language.locale()).get(0);
    assertThat(List.of(line.title(), line.found(), line.cure())).isEqualTo(words(language));
  }

  private static List<String> words(Language language) {
    return switch (language) {
      case ENGLISH ->
          List.of(
              "Paused channels",
              "12 jobs wait in channel root.a b, or below it, which is paused.",
              "Resume the channel when its reason is over.");
      case GERMAN ->
          List.of(
              "Angehaltene Kanäle",
              "In Kanal root.a b oder darunter warten Jobs (12), und der Kanal ist"
                  + " angehalten.",
              "Setzen Sie den Kanal fort, wenn der Grund dafür vorbei ist.");
      case FRENCH ->
          List.of(
              "Canaux en pause",
              "Des tâches attendent dans le canal root.a b, ou plus bas (12), et ce canal"
                  + " est en pause.",
              "Reprenez le canal quand la raison de la pause n’a plus lieu d’être.");
      case SPANISH ->
          List.of(
              "Canales en pausa",
              "Hay trabajos en espera en el canal root.a b o por debajo de él (12), y el"
                  + " canal está en pausa.",
              "Reanude el canal cuando haya pasado el motivo.");
    };
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
