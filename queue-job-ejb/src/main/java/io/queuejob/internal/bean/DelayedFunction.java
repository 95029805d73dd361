package io.queuejob.internal.bean;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One business method of one bean that this node can run.
 *
 * @param name registered name
 * @param method the method as declared by the bean's class or interface
 * @param instances runs an action upon a reference of the bean
 * @param terms how its jobs are run
 * @param bean the bean's own class
 */
public record DelayedFunction(
    String name, Method method, Instances instances, RunTerms terms, Class<?> bean) {
  public DelayedFunction {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(instances, "instances");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(bean, "bean");
  }

  /** Gives a reference of the bean for the duration of one use, and releases it afterwards. */
  @FunctionalInterface
  public interface Instances {
    /**
     * Uses a reference of the bean.
     *
     * @throws Throwable whatever the use raises
     */
    Object use(Use use) throws Throwable;
  }

  /** A use of a bean's reference. */
  @FunctionalInterface
  public interface Use {
    /** Uses the reference. */
    Object with(Object bean) throws Throwable;
  }

  /** An {@link Instances} of one fixed object. */
  public static Instances of(Object bean) {
    return use -> use.with(bean);
  }

  /** Names of the parameters, in order; empty if the class was compiled without them. */
  public List<String> parameterNames() {
    Parameter[] parameters = method.getParameters();
    return Arrays.stream(parameters).allMatch(Parameter::isNamePresent)
        ? Arrays.stream(parameters).map(Parameter::getName).toList()
        : List.of();
  }

  /** Short form for people: simple type and method, such as {@code Thumbnails.generate}. */
  public String shortName() {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }
}
