package io.queuejob.internal.capture.declare;

import io.queuejob.api.Delayed;
import io.queuejob.api.error.DeclarationException;
import jakarta.ejb.TransactionAttributeType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.stream.Collectors;

/** Texts of this package, ids QJ1100 to QJ1199. */
final class Messages {

  private static final String EXPECTED = ": expected ";

  private Messages() {}

  static DeclarationException several(Collection<DeclarationException> problems) {
    return new DeclarationException(
        "QJ1100",
        "expected @Delayed declarations that can work, found "
            + problems.size()
            + " that cannot; correct each of them:\n"
            + problems.stream().map(Throwable::getMessage).collect(Collectors.joining("\n")));
  }

  static DeclarationException isStatic(Method method) {
    return problem(
        "QJ1101",
        method,
        "a method of the bean's instances, found a static one",
        "remove 'static' or @Delayed");
  }

  static DeclarationException isFinal(Method method) {
    return problem(
        "QJ1102",
        method,
        "a method that the container can intercept, found a final one",
        "remove 'final'");
  }

  static DeclarationException isPrivate(Method method) {
    return problem(
        "QJ1103",
        method,
        "a method that others call through the container, found a private one",
        "make it public");
  }

  static DeclarationException finalClass(Class<?> type) {
    return new DeclarationException(
        "QJ1104",
        type.getName()
            + EXPECTED
            + "a class that the container can intercept, found a final one; remove 'final'");
  }

  static DeclarationException returnsValue(Method method) {
    return problem(
        "QJ1105",
        method,
        "void or JobRef as return type, since the call returns before the work is done, found "
            + method.getGenericReturnType().getTypeName(),
        "return void or JobRef, or remove @Delayed and call it through JobQueue");
  }

  static DeclarationException parameter(Class<?> type, String problem) {
    return new DeclarationException("QJ1106", type.getName() + ": " + problem);
  }

  static DeclarationException transactionAttribute(Method method, Object attribute) {
    return problem(
        "QJ1107",
        method,
        "a transaction attribute that keeps the caller's transaction (REQUIRED, MANDATORY or"
            + " SUPPORTS), found "
            + attribute
            + ", under which the call would be stored outside of it",
        "change the attribute, and put the work that needs it into a method that the job calls");
  }

  static DeclarationException beanManaged(Method method) {
    return problem(
        "QJ1108",
        method,
        "transactions managed by the container, found @TransactionManagement(BEAN), under which the"
            + " call would be stored outside of the caller's transaction",
        "remove it, or move the method to another bean");
  }

  static DeclarationException channel(Method method, String channel) {
    return problem(
        "QJ1109",
        method,
        "names joined by dots as channel, such as root.mail, found '" + channel + "'",
        "correct it");
  }

  static DeclarationException retryPattern(Method method, String pattern, String problem) {
    return problem(
        "QJ1118",
        method,
        "a retry pattern that can be read, found '" + pattern + "': " + problem,
        "or leave it out for 600 s");
  }

  static DeclarationException number(Method method, String member, int found) {
    return problem(
        "QJ1110", method, member + " of 0 or more, found " + found, "leave it out for the default");
  }

  static DeclarationException onInterface(Method method) {
    return problem(
        "QJ1111",
        method,
        "@Delayed on the method of a bean's class, found it on an interface, where the container"
            + " does not see it",
        "move it to the implementing class");
  }

  static DeclarationException noBean(Class<?> type) {
    return new DeclarationException(
        "QJ1112",
        type.getName()
            + EXPECTED
            + "@Delayed on a bean, found a class that is none; give it a scope such as"
            + " @ApplicationScoped, or @Stateless");
  }

  static DeclarationException notPublic(Method method) {
    return problem(
        "QJ1113",
        method,
        "a public method, since others have no way to call another one of a session bean, found"
            + " one that is not",
        "make it public");
  }

  static DeclarationException notInView(Class<?> type, Method method) {
    return problem(
        "QJ1114",
        method,
        "a method that a business interface of "
            + type.getSimpleName()
            + " declares with the same parameter types, found none",
        "declare it there, or add @LocalBean");
  }

  static DeclarationException asynchronous(Method method) {
    return problem(
        "QJ1115",
        method,
        "a method that runs on the caller's thread, found @Asynchronous, under which the call would"
            + " be stored outside of the caller's transaction",
        "remove @Asynchronous: @Delayed returns at once, too");
  }

  static DeclarationException beginsItsOwn(Method method, TransactionAttributeType attribute) {
    return problem(
        "QJ1116",
        method,
        "SUPPORTS on a session bean's method that is to run without a transaction, found "
            + attribute
            + ", under which the container begins one",
        "add @TransactionAttribute(SUPPORTS): a call is still stored with the caller's transaction");
  }

  static DeclarationException sharing(Method method, Delayed declaration) {
    return problem(
        "QJ1117",
        method,
        "sharedTransaction of 1 or more, and only 1 without a transaction, found "
            + declaration.sharedTransaction()
            + " with JobTransaction."
            + declaration.transaction(),
        "correct the annotation");
  }

  static DeclarationException unseen(Method method, Class<? extends Annotation> kind) {
    return problem(
        "QJ1119",
        method,
        "@Delayed or an interceptor binding with it, found @"
            + kind.getSimpleName()
            + ", which the container looks at on classes only, if at all",
        "add @InterceptorBinding to @"
            + kind.getSimpleName()
            + ", or write @Delayed on the method");
  }

  private static DeclarationException problem(
      String id, Method method, String expected, String cure) {
    String where = method.getDeclaringClass().getName() + "." + method.getName();
    return new DeclarationException(id, where + EXPECTED + expected + "; " + cure);
  }
}
