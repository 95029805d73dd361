package io.queuejob.internal.capture.declare;

import io.queuejob.internal.bean.DelayedFunction.Instances;
import io.queuejob.internal.bean.DelayedFunction.Use;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.function.Supplier;

/**
 * Contextual references of one bean. The container gives a new one for each use, and takes it back
 * afterwards, so that dependent instances are destroyed.
 */
final class ContextualInstances implements Instances {

  private final Bean<?> bean;
  private final Class<?> type;
  private final Supplier<BeanManager> beans;

  /**
   * References of a bean.
   *
   * @param type the class or business interface that a reference has
   */
  ContextualInstances(Bean<?> bean, Class<?> type, Supplier<BeanManager> beans) {
    this.bean = bean;
    this.type = type;
    this.beans = beans;
  }

  @Override
  public Object use(Use use) throws Throwable {
    BeanManager manager = beans.get();
    CreationalContext<?> context = manager.createCreationalContext(bean);
    try {
      return use.with(manager.getReference(bean, type, context));
    } finally {
      context.release();
    }
  }
}
