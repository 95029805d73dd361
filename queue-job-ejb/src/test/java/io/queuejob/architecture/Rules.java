package io.queuejob.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.queuejob.architecture.Conditions.BE_IN_THE_TABLE;
import static io.queuejob.architecture.Conditions.FOLLOW_THE_TABLE;
import static io.queuejob.architecture.Conditions.PACKAGES;
import static io.queuejob.architecture.Conditions.SHOW_NO_INTERNALS;
import static io.queuejob.architecture.Conditions.neverCall;
import static io.queuejob.architecture.Conditions.neverUse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of the layers. Each holds for every shipped class, and each has a fixture. */
final class Rules {
  private static final Set<String> PURE =
      Set.of("job", "graph", "channel", "schedule", "config", "port", "port.protocol");

  private static final DescribedPredicate<JavaClass> OUTSIDE_BOOT =
      describe("are not at the edge", type -> !Layers.nameOf(type).matches("boot(\\.setting)?"));

  private static final DescribedPredicate<JavaClass> IN_LAYER_ONE =
      describe("are in layer 1", type -> PURE.contains(Layers.nameOf(type)));

  private static final DescribedPredicate<JavaClass> FOR_USERS =
      describe("are for users", type -> Layers.nameOf(type).matches("(api|spi|admin)(\\..*)?"));

  static final ArchRule EVERY_PACKAGE_HAS_ITS_LINE_IN_THE_TABLE =
      classes().should(BE_IN_THE_TABLE).because("a package's place is decided, not found");

  static final ArchRule PACKAGES_USE_WHAT_THE_TABLE_ALLOWS =
      classes().should(FOLLOW_THE_TABLE).because("each library and each layer has its place");

  static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
      slices()
          .assignedFrom(PACKAGES)
          .should()
          .beFreeOfCycles()
          .because("the code is read in one direction");

  static final ArchRule TIME_COMES_FROM_THE_EDGE =
      classes()
          .that(OUTSIDE_BOOT)
          .should(
              neverCall(
                  Pattern.compile(
                      "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)"
                          + "|java\\.time\\.\\w+\\.now"
                          + "|java\\.time\\.Clock\\.(system|tick)\\w*"
                          + "|java\\.time\\.InstantSource\\.system"
                          + "|java\\.util\\.Date\\.<init>"
                          + "|java\\.util\\.Calendar\\.getInstance")))
          .because("time is data; a test sets it");

  static final ArchRule NOBODY_SLEEPS =
      classes()
          .should(
              neverCall(
                  Pattern.compile(
                      "java\\.lang\\.Thread\\.sleep|java\\.util\\.concurrent\\.TimeUnit\\.sleep")))
          .because("who waits can be woken");

  static final ArchRule SETTINGS_COME_FROM_THE_EDGE =
      classes()
          .that(OUTSIDE_BOOT)
          .should(
              neverCall(
                  Pattern.compile(
                      "java\\.lang\\.System\\.(getProperty|getProperties|getenv)"
                          + "|java\\.lang\\.(Boolean\\.getBoolean|Integer\\.getInteger"
                          + "|Long\\.getLong)")))
          .because("settings are read once, checked, and passed on");

  static final ArchRule LAYER_ONE_IS_PURE =
      classes()
          .that(IN_LAYER_ONE)
          .should(
              neverUse(
                  Pattern.compile(
                      "java\\.lang\\.(System\\$Logger|Thread|Process|Runtime).*"
                          + "|java\\.(io|net)\\..*"
                          + "|java\\.nio\\.(file|channels)\\..*"
                          + "|java\\.util\\.logging\\..*"
                          + "|java\\.util\\.(Timer|Random).*"
                          + "|java\\.util\\.concurrent\\.\\w*(Executor|Random|Future)\\w*"
                          + "|java\\.security\\.SecureRandom")))
          .because("what decides has no clock, no input or output, no logger and no thread");

  static final ArchRule USERS_SEE_NO_INTERNALS =
      classes()
          .that(FOR_USERS)
          .should(SHOW_NO_INTERNALS)
          .because("what users compile against is a promise");

  static final ArchRule STATE_IS_NEVER_STATIC =
      noFields()
          .should()
          .beStatic()
          .andShould()
          .notBeFinal()
          .because("several engines live in one server");

  /** What is bound to a thread is not shared: the engine of the job that it runs sets it. */
  static final ArchRule NOTHING_SHARED_IS_STATIC =
      noFields()
          .that()
          .areStatic()
          .should()
          .haveRawType(
              describe(
                  "of something that engines could share",
                  type ->
                      type.getName()
                          .matches(
                              "java\\.util\\.concurrent\\.(atomic|locks)\\..*"
                                  + "|java\\.util\\.concurrent\\.(Concurrent|CopyOnWrite)\\w+"
                                  + "|java\\.util\\.concurrent\\.(Semaphore|CountDownLatch)"
                                  + "|java\\.util\\.(concurrent\\.)?\\w*(Queue|Deque)"
                                  + "|java\\.util\\.\\w*(HashMap|HashSet|ArrayList|TreeMap)")))
          .because("several engines live in one server");

  private static final Map<String, ArchRule> ALL =
      Map.of(
          "NOTHING_SHARED_IS_STATIC", NOTHING_SHARED_IS_STATIC,
          "EVERY_PACKAGE_HAS_ITS_LINE_IN_THE_TABLE", EVERY_PACKAGE_HAS_ITS_LINE_IN_THE_TABLE,
          "PACKAGES_USE_WHAT_THE_TABLE_ALLOWS", PACKAGES_USE_WHAT_THE_TABLE_ALLOWS,
          "PACKAGES_ARE_FREE_OF_CYCLES", PACKAGES_ARE_FREE_OF_CYCLES,
          "TIME_COMES_FROM_THE_EDGE", TIME_COMES_FROM_THE_EDGE,
          "NOBODY_SLEEPS", NOBODY_SLEEPS,
          "SETTINGS_COME_FROM_THE_EDGE", SETTINGS_COME_FROM_THE_EDGE,
          "LAYER_ONE_IS_PURE", LAYER_ONE_IS_PURE,
          "USERS_SEE_NO_INTERNALS", USERS_SEE_NO_INTERNALS,
          "STATE_IS_NEVER_STATIC", STATE_IS_NEVER_STATIC);

  private Rules() {}

  /** All of them by name. */
  static Map<String, ArchRule> all() {
    return ALL;
  }
}
