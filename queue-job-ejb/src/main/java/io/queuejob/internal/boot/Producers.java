package io.queuejob.internal.boot;

import io.queuejob.internal.bean.BeanCatalog;
import io.queuejob.internal.capture.declare.DelayedExtension;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.internal.execution.entity.ProducedEntityLoader;
import io.queuejob.internal.execution.entity.ProducedEntityManagers;
import io.queuejob.spi.EntityLoader;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Hands out what the engines of a deployment share. */
@ApplicationScoped
@ManagedExecutorDefinition(name = EngineStartup.WORKERS, maxAsync = EngineStartup.MOST_WORKERS)
public class Producers {
  @Inject private BeanManager beans;
  @Inject private Instance<EntityLoader> loaders;

  @Produces
  @Singleton
  BeanCatalog catalog() {
    return beans.getExtension(DelayedExtension.class).catalog();
  }

  @Produces
  @Singleton
  ArgumentCodec codec() {
    return new ArgumentCodec(
        loaders.isResolvable()
            ? loaders.get()
            : new ProducedEntityLoader(beans.getExtension(ProducedEntityManagers.class)));
  }
}
