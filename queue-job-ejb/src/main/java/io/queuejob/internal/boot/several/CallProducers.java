package io.queuejob.internal.boot.several;

import io.queuejob.api.JobContext;
import io.queuejob.api.JobQueue;
import io.queuejob.api.run.EffectGuard;
import io.queuejob.internal.bean.BeanCatalog;
import io.queuejob.internal.boot.EngineStartup;
import io.queuejob.internal.capture.DelayQueue;
import io.queuejob.internal.capture.DirectCalls;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.internal.execution.CurrentJob;
import io.queuejob.internal.execution.OncePerKey;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hands out what applications use, each call of which goes to one of the databases. */
@ApplicationScoped
public class CallProducers {
  @EJB private EngineStartup startup;
  @EJB private SeveralStartup several;

  @Produces
  @Singleton
  DirectCalls directCalls(BeanCatalog catalog) {
    Databases databases = several.databases();
    return new DirectCalls(catalog, () -> databases.current().target().capture());
  }

  @Produces
  @ApplicationScoped
  JobQueue queue(BeanCatalog catalog) {
    Databases databases = several.databases();
    return new DelayQueue(
        catalog, () -> databases.current().target(), name -> databases.of(name).target());
  }

  @Produces
  @ApplicationScoped
  EffectGuard effectGuard() {
    Databases databases = several.databases();
    return new OncePerKey(() -> databases.current().once(), startup.transactions());
  }

  @Produces
  @ApplicationScoped
  JobContext jobContext(ArgumentCodec codec) {
    Databases databases = several.databases();
    return new CurrentJob(job -> databases.current().parents().of(job), codec);
  }
}
