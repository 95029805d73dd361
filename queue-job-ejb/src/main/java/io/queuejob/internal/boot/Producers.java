package io.queuejob.internal.boot;

import io.queuejob.api.JobContext;
import io.queuejob.api.JobQueue;
import io.queuejob.api.run.EffectGuard;
import io.queuejob.internal.bean.BeanCatalog;
import io.queuejob.internal.capture.Capture;
import io.queuejob.internal.capture.CapturePorts;
import io.queuejob.internal.capture.DelayQueue;
import io.queuejob.internal.capture.DirectCalls;
import io.queuejob.internal.capture.JobLookup;
import io.queuejob.internal.capture.declare.DelayedExtension;
import io.queuejob.internal.capture.related.RelatedActions;
import io.queuejob.internal.capture.related.RelatedSettings;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.internal.config.Settings;
import io.queuejob.internal.execution.CurrentJob;
import io.queuejob.internal.execution.InlineExecution;
import io.queuejob.internal.execution.OncePerKey;
import io.queuejob.internal.execution.entity.ProducedEntityLoader;
import io.queuejob.internal.execution.entity.ProducedEntityManagers;
import io.queuejob.internal.job.FunctionOption;
import io.queuejob.internal.job.FunctionSettings;
import io.queuejob.internal.operations.ApplicationLookup;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.internal.storage.run.OnceStore;
import io.queuejob.internal.storage.run.ParentStore;
import io.queuejob.spi.EntityLoader;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Hands the engine's plain objects to those who inject them. */
@ApplicationScoped
@ManagedExecutorDefinition(name = EngineStartup.WORKERS, maxAsync = EngineStartup.MOST_WORKERS)
public class Producers {
  @EJB private EngineStartup startup;
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

  @Produces
  @Singleton
  Capture capture(BeanCatalog catalog, ArgumentCodec codec) {
    Engine engine = startup.engine();
    Settings settings = startup.settings();
    CapturePorts ports =
        new CapturePorts(
            startup.transactions(),
            engine.store(),
            engine.graphs(),
            engine.functionNumbers(),
            engine,
            engine.clock(),
            engine.seams().context()::caller,
            engine.seams().carrying(),
            new InlineExecution(
                settings.around().inline(),
                startup.transactions(),
                settings.runner().transactionTimeout(),
                engine.seams().context()),
            new RelatedActions(catalog, settings.around().relatedLinks(), this::related),
            engine.seams().attributes());
    return new Capture(codec, ports, settings.maxPayloadBytes());
  }

  private RelatedSettings related(String function) {
    FunctionSettings settings = startup.engine().functionNumbers().settingsOf(function);
    return new RelatedSettings(
        settings.text(FunctionOption.RELATED_ACTION_ENABLE),
        settings.text(FunctionOption.RELATED_ACTION_FUNC_NAME),
        settings.text(FunctionOption.RELATED_ACTION_KWARGS));
  }

  @Produces
  @Singleton
  DirectCalls directCalls(BeanCatalog catalog, Capture capture) {
    return new DirectCalls(catalog, capture);
  }

  @Produces
  @ApplicationScoped
  JobQueue queue(BeanCatalog catalog, Capture capture) {
    Engine engine = startup.engine();
    ApplicationLookup lookup =
        new ApplicationLookup(new CommandStore(engine.database()), engine.clock());
    return new DelayQueue(
        catalog, capture, new JobLookup(lookup::find, lookup::cancel, lookup::await));
  }

  @Produces
  @ApplicationScoped
  EffectGuard effectGuard() {
    Engine engine = startup.engine();
    String application = startup.settings().identity().application();
    return new OncePerKey(new OnceStore(engine.database(), application), startup.transactions());
  }

  @Produces
  @ApplicationScoped
  JobContext jobContext(ArgumentCodec codec) {
    ParentStore store = new ParentStore(startup.engine().database());
    return new CurrentJob(store::of, codec);
  }
}
