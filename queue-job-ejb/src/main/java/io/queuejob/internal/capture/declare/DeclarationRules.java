package io.queuejob.internal.capture.declare;

import io.queuejob.api.Delayed;
import io.queuejob.api.JobRef;
import io.queuejob.api.error.DeclarationException;
import io.queuejob.internal.bean.BoundParameters;
import io.queuejob.internal.bean.RunTerms;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.RetryPattern;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks the declarations of one class; pure reflection, no container. */
final class DeclarationRules {

  private final Class<?> type;
  private final SessionBean session;
  private final List<DeclarationException> problems = new ArrayList<>();

  private DeclarationRules(Class<?> type) {
    this.type = type;
    this.session = SessionBean.of(type);
  }

  /** What is wrong with the declarations of a class, its own and the inherited ones. */
  static List<DeclarationException> problemsOf(Class<?> type) {
    DeclarationRules rules = new DeclarationRules(type);
    if (type.isInterface()) {
      onInterface(type).forEach(m -> rules.problems.add(Messages.onInterface(m)));
    } else {
      rules.checkClass();
    }
    return rules.problems;
  }

  /** Methods of an interface that carry {@code @Delayed}, or all if the interface itself does. */
  static Stream<Method> onInterface(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> !m.isSynthetic())
        .filter(m -> m.isAnnotationPresent(Delayed.class) || Declarations.of(type).isPresent());
  }

  /** The methods of a class for which a declaration counts, inherited ones included. */
  static List<Method> delayedMethods(Class<?> type) {
    Optional<Delayed> ofClass = Declarations.of(type);
    return new DeclarationRules(type).methods().filter(m -> isDeclared(m, ofClass)).toList();
  }

  /** Whether a method is one that containers cannot intercept, whatever its bean's views are. */
  static boolean isBeyondInterception(Method method) {
    return (method.getModifiers() & (Modifier.STATIC | Modifier.PRIVATE | Modifier.FINAL)) != 0;
  }

  private void checkClass() {
    Optional<Delayed> ofClass = Declarations.of(type);
    List<Method> declared = delayedMethods(type);
    if (!declared.isEmpty() && Modifier.isFinal(type.getModifiers())) {
      problems.add(Messages.finalClass(type));
    }
    for (Method method : declared) {
      check(method, Declarations.of(method).or(() -> ofClass).orElseThrow());
    }
    methods()
        .forEach(
            method ->
                Declarations.unseen(method)
                    .ifPresent(kind -> problems.add(Messages.unseen(method, kind))));
  }

  /** Of the class and all above it, default methods of interfaces included. */
  private Stream<Method> methods() {
    Stream<Method> ofClasses =
        classes().flatMap(c -> Arrays.stream(c.getDeclaredMethods())).filter(m -> !isOverridden(m));
    Stream<Method> ofInterfaces =
        Arrays.stream(type.getMethods()).filter(m -> m.isDefault() && !isOverridden(m));
    return Stream.concat(ofClasses, ofInterfaces).filter(m -> !m.isSynthetic());
  }

  private Stream<Class<?>> classes() {
    return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
        .filter(c -> c != Object.class);
  }

  /** Whether a class between the bean's and the one that declares the method has its own. */
  private boolean isOverridden(Method inherited) {
    return !Modifier.isPrivate(inherited.getModifiers())
        && classes()
            .takeWhile(c -> c != inherited.getDeclaringClass())
            .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
            .anyMatch(m -> !m.isSynthetic() && BoundParameters.areSame(type, m, inherited));
  }

  private static boolean isDeclared(Method method, Optional<Delayed> ofClass) {
    int modifiers = method.getModifiers();
    return Declarations.of(method).isPresent()
        || (ofClass.isPresent() && Modifier.isPublic(modifiers) && !Modifier.isStatic(modifiers));
  }

  private void check(Method method, Delayed declaration) {
    checkModifiers(method);
    if (method.getReturnType() != void.class && method.getReturnType() != JobRef.class) {
      problems.add(Messages.returnsValue(method));
    }
    ArgumentCodec.problems(method).forEach(p -> problems.add(Messages.parameter(type, p)));
    checkMembers(method, declaration);
    session.problem(method, declaration).ifPresent(problems::add);
  }

  private void checkModifiers(Method method) {
    int modifiers = method.getModifiers();
    if (Modifier.isStatic(modifiers)) {
      problems.add(Messages.isStatic(method));
    } else if (Modifier.isPrivate(modifiers)) {
      problems.add(Messages.isPrivate(method));
    } else if (Modifier.isFinal(modifiers)) {
      problems.add(Messages.isFinal(method));
    }
  }

  private void checkMembers(Method method, Delayed declaration) {
    try {
      ChannelPath.of(declaration.channel());
    } catch (IllegalArgumentException e) {
      problems.add(Messages.channel(method, declaration.channel()));
    }
    try {
      RetryPattern.of(declaration.retryPattern());
    } catch (IllegalArgumentException e) {
      problems.add(Messages.retryPattern(method, declaration.retryPattern(), e.getMessage()));
    }
    if (declaration.maxRetries() < 0) {
      problems.add(Messages.number(method, "maxRetries", declaration.maxRetries()));
    }
    if (declaration.timeoutSeconds() < 0) {
      problems.add(Messages.number(method, "timeoutSeconds", declaration.timeoutSeconds()));
    }
    if (declaration.sharedTransaction() < 1
        || (declaration.sharedTransaction() > 1 && !RunTerms.of(declaration).transactional())) {
      problems.add(Messages.sharing(method, declaration));
    }
  }
}
