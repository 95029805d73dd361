package io.queuejob.internal.bean;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** The functions that this node can run, by registered name. */
public interface FunctionCatalog {

  /** The function of that name; empty if no bean of this deployment has it. */
  Optional<DelayedFunction> find(String name);

  /** The functions declared with {@code @Delayed}, registered in the database at start. */
  Collection<DelayedFunction> declared();

  /** Names of all functions, declared or not. */
  default Stream<String> names() {
    return declared().stream().map(DelayedFunction::name);
  }
}
