package io.queuejob.internal.capture.declare;

import io.queuejob.api.Delayed;
import io.queuejob.api.error.DeclarationException;
import io.queuejob.internal.bean.BeanCatalog;
import io.queuejob.internal.bean.RegisteredBean;
import io.queuejob.internal.bean.RunTerms;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Decorator;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.Interceptor;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs while the application is being deployed, once for all its modules: checks every
 * {@code @Delayed} declaration and fills the catalog of beans.
 */
public class DelayedExtension implements Extension {

  private final ApplicationClasses application =
      new ApplicationClasses(
          DelayedExtension.class.getClassLoader(), Extension.class.getClassLoader());
  private final BeanCatalog catalog = new BeanCatalog();
  private final Set<Class<?>> delayedTypes = new LinkedHashSet<>();
  private final Set<Class<?>> beanTypes = new HashSet<>();
  private final Set<Class<?>> interfaces = new HashSet<>();
  private final Map<String, DeclarationException> problems = new LinkedHashMap<>();
  private volatile BeanManager beanManager;

  /** The beans of the application; complete when the deployment is. */
  public BeanCatalog catalog() {
    return catalog;
  }

  <T> void check(@Observes @WithAnnotations(Delayed.class) ProcessAnnotatedType<T> event) {
    AnnotatedType<T> annotated = event.getAnnotatedType();
    Class<T> type = annotated.getJavaClass();
    if (!type.isAnnotation() && application.contains(type)) {
      delayedTypes.add(type);
      DeclarationRules.problemsOf(type).forEach(this::add);
    }
  }

  void reportEarly(@Observes AfterBeanDiscovery event, BeanManager manager) {
    beanManager = manager;
    if (!problems.isEmpty()) {
      event.addDefinitionError(summary(problems.values()));
      problems.clear();
    }
  }

  /** Session beans are managed beans to this event, too. */
  void register(@Observes ProcessManagedBean<?> event) {
    Bean<?> bean = event.getBean();
    Class<?> type = event.getAnnotatedBeanClass().getJavaClass();
    if (application.contains(type)
        && !(bean instanceof Interceptor<?>)
        && !(bean instanceof Decorator<?>)) {
      RegisteredBean registered = registered(bean, type);
      if (bean.isAlternative()) {
        Priority priority = type.getAnnotation(Priority.class);
        catalog.registerAlternative(
            registered, priority == null ? Integer.MIN_VALUE : priority.value());
      } else {
        catalog.register(registered);
      }
      beanTypes.add(type);
      checkInterfaces(bean);
      declare(registered);
    }
  }

  void reportLate(@Observes AfterDeploymentValidation event) {
    delayedTypes.stream().filter(this::isNoBean).map(Messages::noBean).forEach(this::add);
    if (!problems.isEmpty()) {
      event.addDeploymentProblem(summary(problems.values()));
    }
    delayedTypes.clear();
    interfaces.clear();
  }

  private RegisteredBean registered(Bean<?> bean, Class<?> type) {
    Set<Class<?>> views =
        bean.getTypes().stream()
            .map(DelayedExtension::raw)
            .filter(Objects::nonNull)
            .filter(c -> c != Object.class)
            .collect(Collectors.toSet());
    boolean withoutState = SessionBean.isWithoutState(type);
    return new RegisteredBean(
        BeanName.of(type, bean.getQualifiers()),
        type,
        views,
        view -> new ContextualInstances(bean, view, () -> beanManager, withoutState),
        method -> RunTerms.of(Declarations.of(type, method).orElse(null)));
  }

  private static Class<?> raw(Type type) {
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    return raw instanceof Class<?> simple ? simple : null;
  }

  /** The container ignores {@code @Delayed} on interfaces; whoever wrote it there expects more. */
  private void checkInterfaces(Bean<?> bean) {
    bean.getTypes().stream()
        .map(DelayedExtension::raw)
        .filter(c -> c != null && c.isInterface() && application.contains(c))
        .filter(interfaces::add)
        .flatMap(DeclarationRules::onInterface)
        .forEach(m -> add(Messages.onInterface(m)));
  }

  /** Methods that were refused for their modifiers are in no view, but need another cure. */
  private void declare(RegisteredBean bean) {
    if (!delayedTypes.contains(bean.type())) {
      return;
    }
    for (Method method : DeclarationRules.delayedMethods(bean.type())) {
      if (!DeclarationRules.isBeyondInterception(method)) {
        bean.function(method)
            .ifPresentOrElse(catalog::declare, () -> add(Messages.notInView(bean.type(), method)));
      }
    }
  }

  /** Abstract classes hand their declarations down to the beans that extend them. */
  private boolean isNoBean(Class<?> type) {
    return !type.isInterface()
        && !Modifier.isAbstract(type.getModifiers())
        && beanTypes.stream().noneMatch(type::isAssignableFrom);
  }

  private void add(DeclarationException problem) {
    problems.putIfAbsent(problem.getMessage(), problem);
  }

  private static DeclarationException summary(Collection<DeclarationException> found) {
    return found.size() == 1 ? found.iterator().next() : Messages.several(found);
  }
}
