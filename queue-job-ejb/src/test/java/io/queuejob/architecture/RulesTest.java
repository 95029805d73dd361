package io.queuejob.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import fixture.api.ShowsInternals;
import fixture.internal.bean.UsesStandInMaker;
import fixture.internal.boot.AtTheEdge;
import fixture.internal.capture.KeepsState;
import fixture.internal.capture.SharesState;
import fixture.internal.capture.UsesEntityManager;
import fixture.internal.channel.Logs;
import fixture.internal.channel.ReadsAFile;
import fixture.internal.channel.ReadsSettings;
import fixture.internal.codec.UsesNaming;
import fixture.internal.execution.UsesDriver;
import fixture.internal.execution.UsesJson;
import fixture.internal.execution.UsesTransaction;
import fixture.internal.job.AsksPort;
import fixture.internal.job.UsesCdi;
import fixture.internal.job.UsesStorage;
import fixture.internal.nowhere.Lost;
import fixture.internal.operations.UsesSessionBean;
import fixture.internal.port.NamesJob;
import fixture.internal.runner.ReadsTheClock;
import fixture.internal.runner.Sleeps;
import fixture.internal.runner.UsesJdbc;
import fixture.internal.runner.UsesReflection;
import fixture.internal.storage.UsesRunner;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule reports the fixture that breaks it. */
class RulesTest {

  private static List<String> violations(ArchRule rule, Class<?>... fixtures) {
    JavaClasses classes = new ClassFileImporter().importClasses(fixtures);
    return rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails();
  }

  static Stream<Arguments> usesOfWhatIsNotInTheTable() {
    return Stream.of(
        Arguments.of(UsesStorage.class, "package 'storage'"),
        Arguments.of(UsesRunner.class, "package 'runner'"),
        Arguments.of(ShowsInternals.class, "package 'job'"),
        Arguments.of(UsesCdi.class, "API 'jakarta.enterprise.context.ApplicationScoped'"),
        Arguments.of(UsesDriver.class, "API 'org.postgresql.PGConnection'"),
        Arguments.of(UsesEntityManager.class, "API 'jakarta.persistence.EntityManager'"),
        Arguments.of(UsesJdbc.class, "API 'java.sql.Connection'"),
        Arguments.of(UsesJdbc.class, "API 'javax.sql.DataSource'"),
        Arguments.of(UsesReflection.class, "API 'java.lang.reflect.Method'"),
        Arguments.of(UsesTransaction.class, "API 'jakarta.transaction.UserTransaction'"),
        Arguments.of(UsesJson.class, "API 'jakarta.json.JsonObject'"),
        Arguments.of(UsesSessionBean.class, "API 'jakarta.ejb.Stateless'"),
        Arguments.of(UsesNaming.class, "API 'javax.naming.Context'"),
        Arguments.of(UsesStandInMaker.class, "API 'org.objectweb.asm.ClassWriter'"));
  }

  @ParameterizedTest
  @MethodSource("usesOfWhatIsNotInTheTable")
  void the_table_is_enforced(Class<?> fixture, String objection) {
    assertThat(violations(Rules.PACKAGES_USE_WHAT_THE_TABLE_ALLOWS, fixture))
        .anyMatch(text -> text.contains("may not use " + objection));
  }

  @Test
  void a_package_without_a_line_is_reported() {
    assertThat(violations(Rules.EVERY_PACKAGE_HAS_ITS_LINE_IN_THE_TABLE, Lost.class)).hasSize(1);
  }

  @Test
  void a_cycle_is_reported() {
    assertThat(violations(Rules.PACKAGES_ARE_FREE_OF_CYCLES, AsksPort.class, NamesJob.class))
        .hasSize(1);
  }

  @Test
  void every_way_to_a_clock_is_reported() {
    assertThat(violations(Rules.TIME_COMES_FROM_THE_EDGE, ReadsTheClock.class))
        .hasSize(5)
        .anyMatch(text -> text.contains("references method <java.lang.System.nanoTime"));
  }

  @Test
  void both_ways_to_sleep_are_reported() {
    assertThat(violations(Rules.NOBODY_SLEEPS, Sleeps.class)).hasSize(2);
  }

  @Test
  void every_way_to_settings_is_reported() {
    assertThat(violations(Rules.SETTINGS_COME_FROM_THE_EDGE, ReadsSettings.class)).hasSize(3);
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(classes = {Logs.class, ReadsAFile.class})
  void a_decision_that_is_not_pure_is_reported(Class<?> fixture) {
    assertThat(violations(Rules.LAYER_ONE_IS_PURE, fixture)).isNotEmpty();
  }

  @Test
  void an_internal_type_in_a_type_argument_is_reported() {
    assertThat(violations(Rules.USERS_SEE_NO_INTERNALS, ShowsInternals.class)).hasSize(1);
  }

  @Test
  void static_state_is_reported() {
    assertThat(violations(Rules.STATE_IS_NEVER_STATIC, KeepsState.class)).hasSize(1);
    assertThat(violations(Rules.NOTHING_SHARED_IS_STATIC, SharesState.class)).hasSize(1);
  }

  static Stream<String> rules() {
    return Rules.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_edge_keeps(String rule) {
    assertThat(violations(Rules.all().get(rule), AtTheEdge.class)).isEmpty();
  }
}
