package io.queuejob.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.queuejob.architecture.KnownDeviations.Deviation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped classes keep the rules. */
class ShippedClassesTest {
  private static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(
              "io.queuejob.api", "io.queuejob.spi", "io.queuejob.admin", "io.queuejob.internal")
          .that(
              com.tngtech.archunit.base.DescribedPredicate.describe("are ours", Layers::isProduct));

  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
          .importPackages("io.queuejob");

  static Stream<String> rules() {
    return new TreeMap<>(Rules.all()).keySet().stream();
  }

  private static List<String> violations(String rule, JavaClasses classes) {
    ArchRule checked = Rules.all().get(rule);
    return checked.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shipped_classes_keep(String rule) {
    assertThat(violations(rule, SHIPPED))
        .as(rule)
        .allMatch(text -> KnownDeviations.ALL.stream().anyMatch(d -> d.covers(rule, text)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void known_deviations_still_exist(String rule) {
    List<String> violations = violations(rule, SHIPPED);
    List<Deviation> stale =
        KnownDeviations.ALL.stream()
            .filter(d -> d.rule().equals(rule))
            .filter(d -> violations.stream().noneMatch(text -> d.covers(rule, text)))
            .toList();
    assertThat(stale).as("remove what no longer deviates").isEmpty();
  }

  @Test
  void the_classes_are_found() {
    assertThat(SHIPPED.contain(io.queuejob.internal.boot.Engine.class)).isTrue();
    assertThat(SHIPPED.contain(ShippedClassesTest.class)).isFalse();
    assertThat(TESTS.contain(ShippedClassesTest.class)).isTrue();
  }

  @Test
  void tests_do_not_sleep() {
    assertThat(violations("NOBODY_SLEEPS", TESTS)).isEmpty();
  }

  @Test
  void layers_point_downwards() {
    Map<String, Layers.Layer> table = Layers.table();
    table.forEach(
        (name, layer) ->
            layer.imports().stream()
                .filter(other -> !other.equals("*"))
                .forEach(
                    other ->
                        assertThat(table.get(other))
                            .as("%s, imported by %s", other, name)
                            .isNotNull()
                            .satisfies(
                                l -> assertThat(l.level()).isLessThanOrEqualTo(layer.level()))));
  }
}
