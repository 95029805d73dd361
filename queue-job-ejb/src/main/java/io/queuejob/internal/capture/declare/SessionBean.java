package io.queuejob.internal.capture.declare;

import io.queuejob.api.Delayed;
import io.queuejob.api.call.JobTransaction;
import io.queuejob.api.error.DeclarationException;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What is special about session beans: their interceptors run inside of the transaction that the
 * method's attribute asks for, so that an attribute that leaves the caller's transaction would take
 * the stored call with it.
 */
final class SessionBean {

  private static final Set<TransactionAttributeType> OUTSIDE =
      Set.of(
          TransactionAttributeType.REQUIRES_NEW,
          TransactionAttributeType.NOT_SUPPORTED,
          TransactionAttributeType.NEVER);

  private final Class<?> type;
  private final boolean isSession;

  private SessionBean(Class<?> type) {
    this.type = type;
    this.isSession = isWithoutState(type) || type.isAnnotationPresent(Stateful.class);
  }

  static SessionBean of(Class<?> type) {
    return new SessionBean(type);
  }

  /**
   * Whether a reference serves any caller: each call gets an instance of its own, or the only one.
   */
  static boolean isWithoutState(Class<?> type) {
    return type.isAnnotationPresent(Stateless.class) || type.isAnnotationPresent(Singleton.class);
  }

  /** What is wrong with a delayed method; empty if nothing, or if the class is no session bean. */
  Optional<DeclarationException> problem(Method method, Delayed declaration) {
    if (isAsynchronous(method) || isAsynchronous(type)) {
      return Optional.of(Messages.asynchronous(method));
    }
    if (!isSession) {
      return Optional.empty();
    }
    int hidden = Modifier.PUBLIC | Modifier.PRIVATE | Modifier.STATIC;
    if ((method.getModifiers() & hidden) == 0) {
      return Optional.of(Messages.notPublic(method));
    }
    TransactionManagement management = type.getAnnotation(TransactionManagement.class);
    if (management != null && management.value() == TransactionManagementType.BEAN) {
      return Optional.of(Messages.beanManaged(method));
    }
    TransactionAttributeType attribute = attribute(method);
    if (OUTSIDE.contains(attribute)) {
      return Optional.of(Messages.transactionAttribute(method, attribute));
    }
    return declaration.transaction() == JobTransaction.NONE
            && attribute != TransactionAttributeType.SUPPORTS
        ? Optional.of(Messages.beginsItsOwn(method, attribute))
        : Optional.empty();
  }

  /** The method's own, else that of the class that declares it. */
  private static TransactionAttributeType attribute(Method method) {
    TransactionAttribute own = method.getAnnotation(TransactionAttribute.class);
    if (own == null) {
      own = method.getDeclaringClass().getAnnotation(TransactionAttribute.class);
    }
    return own == null ? TransactionAttributeType.REQUIRED : own.value();
  }

  private static boolean isAsynchronous(AnnotatedElement element) {
    return Arrays.stream(element.getAnnotations())
        .map(Annotation::annotationType)
        .anyMatch(
            a ->
                a == Asynchronous.class
                    || a.getName().equals("jakarta.enterprise.concurrent.Asynchronous")
                    || a.getName().equals("org.eclipse.microprofile.faulttolerance.Asynchronous"));
  }
}
