package io.queuejob.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the rules ask of a class. */
final class Conditions {

  /** The class's package is in the table. */
  static final ArchCondition<JavaClass> BE_IN_THE_TABLE =
      condition(
          "be in a package of the table",
          (type, violation) -> {
            if (!Layers.table().containsKey(Layers.nameOf(type))) {
              violation.accept(
                  type.getName()
                      + " is in package '"
                      + Layers.nameOf(type)
                      + "': not in the table");
            }
          });

  /** All that the class uses is allowed by its package's line. */
  static final ArchCondition<JavaClass> FOLLOW_THE_TABLE =
      condition(
          "use what the table allows",
          (type, violation) -> {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
              JavaClass used = dependency.getTargetClass().getBaseComponentType();
              for (String objection : Layers.objections(type, used)) {
                violation.accept(
                    "package '"
                        + Layers.nameOf(type)
                        + "' may not use "
                        + objection
                        + ": "
                        + dependency.getDescription());
              }
            }
          });

  /** No signature that users see names an internal type. */
  static final ArchCondition<JavaClass> SHOW_NO_INTERNALS =
      condition(
          "show no internal type",
          (type, violation) -> {
            for (JavaMember member : type.getMembers()) {
              if (isSeen(member)) {
                involved(member)
                    .filter(used -> used.getPackageName().contains(".internal"))
                    .forEach(
                        used ->
                            violation.accept(member.getFullName() + " shows " + used.getName()));
              }
            }
          });

  /** Each package is a slice of its own. */
  static final SliceAssignment PACKAGES =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          return Layers.isProduct(type)
              ? SliceIdentifier.of(type.getPackageName())
              : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
          return "packages";
        }
      };

  private Conditions() {}

  /** Nothing of that name is called or referred to; {@code type.method}, as a pattern. */
  static ArchCondition<JavaClass> neverCall(Pattern forbidden) {
    return condition(
        "never call " + forbidden,
        (type, violation) -> {
          for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
            String target = access.getTargetOwner().getName() + "." + access.getTarget().getName();
            if (forbidden.matcher(target).matches()) {
              violation.accept(access.getDescription());
            }
          }
        });
  }

  /** No class of that name is used. */
  static ArchCondition<JavaClass> neverUse(Pattern forbidden) {
    return condition(
        "never use " + forbidden,
        (type, violation) -> {
          for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            if (forbidden.matcher(dependency.getTargetClass().getName()).matches()) {
              violation.accept(dependency.getDescription());
            }
          }
        });
  }

  private static boolean isSeen(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static Stream<JavaClass> involved(JavaMember member) {
    return member instanceof JavaField field
        ? field.getAllInvolvedRawTypes().stream()
        : ((JavaCodeUnit) member).getAllInvolvedRawTypes().stream();
  }

  private static ArchCondition<JavaClass> condition(
      String description, BiConsumer<JavaClass, Consumer<String>> check) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        check.accept(type, text -> events.add(SimpleConditionEvent.violated(type, text)));
      }
    };
  }
}
