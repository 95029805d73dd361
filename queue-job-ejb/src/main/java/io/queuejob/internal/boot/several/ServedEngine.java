package io.queuejob.internal.boot.several;

import io.queuejob.internal.bean.BeanCatalog;
import io.queuejob.internal.boot.Engine;
import io.queuejob.internal.capture.Capture;
import io.queuejob.internal.capture.CapturePorts;
import io.queuejob.internal.capture.DelayQueue;
import io.queuejob.internal.capture.JobLookup;
import io.queuejob.internal.capture.related.RelatedActions;
import io.queuejob.internal.capture.related.RelatedSettings;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.internal.config.Settings;
import io.queuejob.internal.execution.InlineExecution;
import io.queuejob.internal.job.FunctionOption;
import io.queuejob.internal.job.FunctionSettings;
import io.queuejob.internal.operations.ApplicationLookup;
import io.queuejob.internal.operations.bulk.BulkLoop;
import io.queuejob.internal.port.Threads;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.internal.storage.run.OnceStore;
import io.queuejob.internal.storage.run.ParentStore;

/** The engine of one data source, with the way into it for calls. */
final class ServedEngine implements AutoCloseable {
  private final String name;
  private final Engine engine;
  private final Around around;
  private final DelayQueue.Target target;
  private final OnceStore once;
  private final ParentStore parents;
  private BulkLoop bulks;

  /**
   * What the engines of a deployment share.
   *
   * @param transactions of the server
   * @param beans of the application
   * @param codec of arguments
   */
  record Around(Transactions transactions, BeanCatalog beans, ArgumentCodec codec) {}

  /** One whose engine somebody else starts and stops. */
  ServedEngine(Engine engine, Settings settings, Around around) {
    this.name = settings.database().dataSource();
    this.engine = engine;
    this.around = around;
    ApplicationLookup lookup =
        new ApplicationLookup(new CommandStore(engine.database()), engine.clock());
    this.target =
        new DelayQueue.Target(
            new Capture(around.codec(), ports(settings), settings.maxPayloadBytes()),
            new JobLookup(lookup::find, lookup::cancel, lookup::await));
    this.once = new OnceStore(engine.database(), settings.identity().application());
    this.parents = new ParentStore(engine.database());
  }

  private CapturePorts ports(Settings settings) {
    return new CapturePorts(
        around.transactions(),
        engine.store(),
        engine.graphs(),
        engine.functionNumbers(),
        engine,
        engine.clock(),
        engine.seams().context()::caller,
        engine.seams().carrying(),
        new InlineExecution(
            settings.around().inline(),
            around.transactions(),
            settings.runner().transactionTimeout(),
            engine.seams().context(),
            name),
        new RelatedActions(around.beans(), settings.around().relatedLinks(), this::related),
        engine.seams().attributes());
  }

  private RelatedSettings related(String function) {
    FunctionSettings settings = engine.functionNumbers().settingsOf(function);
    return new RelatedSettings(
        settings.text(FunctionOption.RELATED_ACTION_ENABLE),
        settings.text(FunctionOption.RELATED_ACTION_FUNC_NAME),
        settings.text(FunctionOption.RELATED_ACTION_KWARGS));
  }

  /** Starts the engine and all that goes with it; if that fails, nothing is left behind. */
  ServedEngine start(Threads threads) {
    try {
      engine.start();
      bulks = BulkLoop.upon(engine.database(), engine.clock(), around.transactions());
      threads.start("queue-job bulk changes", bulks);
      return this;
    } catch (RuntimeException | Error e) {
      engine.close();
      throw e;
    }
  }

  @Override
  public void close() {
    if (bulks != null) {
      bulks.stop();
    }
    engine.close();
  }

  String name() {
    return name;
  }

  DelayQueue.Target target() {
    return target;
  }

  OnceStore once() {
    return once;
  }

  ParentStore parents() {
    return parents;
  }

  /** Whether its node hears, as far as jobs run here. */
  boolean isListening() {
    return engine.listening().orElse(true);
  }
}
