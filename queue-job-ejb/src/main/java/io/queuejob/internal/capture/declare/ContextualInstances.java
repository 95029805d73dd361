package io.queuejob.internal.capture.declare;

import io.queuejob.internal.bean.DelayedFunction.Instances;
import io.queuejob.internal.bean.DelayedFunction.Use;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.function.Supplier;

/**
 * Contextual references of one bean. Of a dependent bean the container gives a new one for each
 * use, and takes it back afterwards, so that its instances are destroyed. A reference that stands
 * for whatever instance a call needs is asked for once and kept: making one costs a container more
 * than a small job does.
 */
final class ContextualInstances implements Instances {

  private final Bean<?> bean;
  private final Class<?> type;
  private final Supplier<BeanManager> beans;
  private final boolean withoutState;
  private volatile Object reference;

  /**
   * References of a bean.
   *
   * @param type the class or business interface that a reference has
   * @param withoutState whether one reference serves all calls although its scope does not say so
   */
  ContextualInstances(
      Bean<?> bean, Class<?> type, Supplier<BeanManager> beans, boolean withoutState) {
    this.bean = bean;
    this.type = type;
    this.beans = beans;
    this.withoutState = withoutState;
  }

  @Override
  public Object use(Use use) throws Throwable {
    Object known = reference;
    if (known != null) {
      return use.with(known);
    }
    BeanManager manager = beans.get();
    CreationalContext<?> context = manager.createCreationalContext(bean);
    if (withoutState || manager.isNormalScope(bean.getScope())) {
      reference = manager.getReference(bean, type, context);
      return use.with(reference);
    }
    try {
      return use.with(manager.getReference(bean, type, context));
    } finally {
      context.release();
    }
  }
}
