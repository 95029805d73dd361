package io.queuejob.internal.bean;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * All beans of the deployment by registered name. Filled while the application is being deployed,
 * by one thread; afterwards only read. Where two modules bring a bean of the same name, the first
 * one counts.
 */
public final class BeanCatalog implements FunctionCatalog {

  private final Map<String, RegisteredBean> byName = new LinkedHashMap<>();
  private final Map<Class<?>, RegisteredBean> byClass = new LinkedHashMap<>();
  private final Map<RegisteredBean, Integer> alternatives = new HashMap<>();
  private final Map<String, DelayedFunction> declared = new LinkedHashMap<>();
  private final Map<String, Optional<DelayedFunction>> found = new ConcurrentHashMap<>();

  /** Adds a bean. */
  public void register(RegisteredBean bean) {
    if (byName.putIfAbsent(bean.name(), bean) == null) {
      byClass.putIfAbsent(bean.type(), bean);
    }
  }

  /**
   * Adds a bean that stands for others of its types.
   *
   * @param priority the greatest one counts
   */
  public void registerAlternative(RegisteredBean bean, int priority) {
    register(bean);
    alternatives.put(bean, priority);
  }

  /** Adds a function that is declared with {@code @Delayed}. */
  public void declare(DelayedFunction function) {
    declared.putIfAbsent(function.name(), function);
  }

  @Override
  public Optional<DelayedFunction> find(String name) {
    return found.computeIfAbsent(name, this::search);
  }

  @Override
  public Collection<DelayedFunction> declared() {
    return List.copyOf(declared.values());
  }

  @Override
  public Stream<String> names() {
    return byName.values().stream().flatMap(RegisteredBean::functionNames);
  }

  /**
   * The bean of an object that the container made, whose class may be a generated subclass of the
   * bean's own.
   */
  public Optional<RegisteredBean> ofInstance(Class<?> instanceClass) {
    for (Class<?> at = instanceClass; at != null; at = at.getSuperclass()) {
      RegisteredBean bean = byClass.get(at);
      if (bean != null) {
        return Optional.of(bean);
      }
    }
    return Optional.empty();
  }

  /** The bean of a registered name. */
  public Optional<RegisteredBean> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The beans that a type can mean: those without qualifiers, else all that have the type; of these
   * the alternative that the application selected, else the one of that very class, else all.
   */
  public List<RegisteredBean> ofType(Class<?> type) {
    List<RegisteredBean> all = byName.values().stream().filter(bean -> bean.isA(type)).toList();
    List<RegisteredBean> unqualified = all.stream().filter(RegisteredBean::isDefault).toList();
    List<RegisteredBean> candidates = unqualified.isEmpty() ? all : unqualified;
    List<RegisteredBean> selected = candidates.stream().filter(alternatives::containsKey).toList();
    if (!selected.isEmpty()) {
      int highest = selected.stream().mapToInt(alternatives::get).max().orElseThrow();
      return selected.stream().filter(bean -> alternatives.get(bean) == highest).toList();
    }
    RegisteredBean exact = byClass.get(type);
    return exact != null && exact.isDefault() ? List.of(exact) : candidates;
  }

  /** Bean and method are parted by the last dot before the parameters. */
  private Optional<DelayedFunction> search(String name) {
    int parameters = name.lastIndexOf('(');
    int dot = parameters < 0 ? -1 : name.lastIndexOf('.', parameters);
    RegisteredBean bean = dot < 0 ? null : byName.get(name.substring(0, dot));
    return bean == null ? Optional.empty() : bean.function(name);
  }
}
