package io.queuejob.internal.bean;

import java.util.Collection;
import java.util.Optional;

/** The functions that this node can run, by registered name. */
public interface FunctionCatalog {

  /** The function of that name; empty if no bean of this deployment has it. */
  Optional<DelayedFunction> find(String name);

  /** The functions declared with {@code @Delayed}, registered in the database at start. */
  Collection<DelayedFunction> declared();

  /** Whether there is a function of that name, or one whose name has parameters in addition. */
  default boolean knows(String name) {
    return find(name).isPresent()
        || declared().stream().anyMatch(function -> function.name().startsWith(name + "("));
  }
}
