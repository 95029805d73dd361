package io.queuejob.internal.bean;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.queuejob.internal.bean.DelayedFunction.Instances;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One bean of the application under its registered name. Its business methods are looked at when
 * they are first asked for.
 */
public final class RegisteredBean {

  private final String name;
  private final Class<?> type;
  private final Set<Class<?>> views;
  private final Function<Class<?>, Instances> instances;
  private final Function<Method, RunTerms> terms;
  private final Map<Method, Optional<DelayedFunction>> called = new ConcurrentHashMap<>();
  private volatile Map<Method, String> methods;

  /**
   * A bean.
   *
   * @param name the qualified name of its class, with its qualifiers if it has any: {@code
   *     shop.Mailer@Fast}
   * @param type the bean's own class, never a proxy's
   * @param views the types under which the container gives references of it; without the class
   *     itself for session beans that only have business interfaces
   * @param instances gives references of the bean as one of these types
   */
  public RegisteredBean(
      String name, Class<?> type, Set<Class<?>> views, Function<Class<?>, Instances> instances) {
    this(name, type, views, instances, method -> RunTerms.DEFAULT);
  }

  /**
   * A bean whose methods say how their jobs are run.
   *
   * @param terms how the jobs of a method are run
   */
  public RegisteredBean(
      String name,
      Class<?> type,
      Set<Class<?>> views,
      Function<Class<?>, Instances> instances,
      Function<Method, RunTerms> terms) {
    this.name = Objects.requireNonNull(name, "name");
    this.type = Objects.requireNonNull(type, "type");
    this.views = Set.copyOf(views);
    this.instances = Objects.requireNonNull(instances, "instances");
    this.terms = Objects.requireNonNull(terms, "terms");
  }

  /** Registered name. */
  public String name() {
    return name;
  }

  /** The bean's own class. */
  public Class<?> type() {
    return type;
  }

  /** Whether a reference of this bean can have that type. */
  public boolean isA(Class<?> wanted) {
    return wanted == type || views.contains(wanted);
  }

  /** Whether it is the one to take where no qualifier is named. */
  public boolean isDefault() {
    return name.equals(type.getName());
  }

  /** Whether references have the bean's class; else they only have its business interfaces. */
  public boolean hasClassView() {
    return views.contains(type);
  }

  /** The function of a full name; empty if the bean has no such business method. */
  public Optional<DelayedFunction> function(String functionName) {
    return methods().entrySet().stream()
        .filter(entry -> entry.getValue().equals(functionName))
        .findFirst()
        .map(entry -> toFunction(entry.getKey()));
  }

  /**
   * The function that a call runs, whether the method was named on the bean's class, on a
   * superclass or on an interface of it.
   */
  public Optional<DelayedFunction> function(Method method) {
    return called.computeIfAbsent(method, m -> implementation(m).map(this::toFunction));
  }

  /**
   * The methods that others can call through the container, the most specific of each signature.
   */
  public Stream<Method> businessMethods() {
    return methods().keySet().stream();
  }

  /** Names of all its functions. */
  public Stream<String> functionNames() {
    return methods().values().stream();
  }

  /**
   * The business methods with the names of their functions. Overloads that only differ in the
   * packages of their parameter types have names with those, or one would run in place of another.
   */
  private Map<Method, String> methods() {
    Map<Method, String> known = methods;
    if (known == null) {
      Map<String, Method> bySignature = new LinkedHashMap<>();
      candidates()
          .filter(RegisteredBean::isBusiness)
          .forEach(m -> bySignature.putIfAbsent(m.getName() + BoundParameters.of(type, m), m));
      Map<String, Long> times =
          bySignature.values().stream()
              .collect(groupingBy(m -> FunctionName.of(name, m), counting()));
      known = new LinkedHashMap<>();
      for (Method method : bySignature.values()) {
        String simple = FunctionName.of(name, method);
        known.put(method, times.get(simple) == 1 ? simple : FunctionName.exact(name, method));
      }
      methods = known;
    }
    return known;
  }

  private Stream<Method> candidates() {
    if (!hasClassView()) {
      return views.stream().filter(Class::isInterface).flatMap(v -> Arrays.stream(v.getMethods()));
    }
    Stream<Method> declared =
        Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
            .flatMap(c -> Arrays.stream(c.getDeclaredMethods()));
    return Stream.concat(
        declared,
        Arrays.stream(type.getMethods()).filter(m -> m.getDeclaringClass().isInterface()));
  }

  private static boolean isBusiness(Method method) {
    int modifiers = method.getModifiers();
    return !Modifier.isStatic(modifiers)
        && !Modifier.isPrivate(modifiers)
        && !method.isBridge()
        && !method.isSynthetic()
        && method.getDeclaringClass() != Object.class;
  }

  /** An interface's method with a type variable stands for no other: its arguments have no type. */
  private Optional<Method> implementation(Method method) {
    return businessMethods()
        .filter(m -> BoundParameters.areSame(type, m, method))
        .filter(m -> hasClassView() || haveSameTypes(m, method))
        .findFirst();
  }

  private static boolean haveSameTypes(Method one, Method other) {
    return Arrays.equals(one.getParameterTypes(), other.getParameterTypes());
  }

  private DelayedFunction toFunction(Method method) {
    method.trySetAccessible();
    Class<?> view =
        hasClassView()
            ? type
            : views.stream()
                .filter(method.getDeclaringClass()::isAssignableFrom)
                .filter(Class::isInterface)
                .findFirst()
                .orElseThrow();
    return new DelayedFunction(
        methods().get(method), method, instances.apply(view), terms.apply(method), type);
  }

  @Override
  public String toString() {
    return name;
  }
}
