package io.queuejob.internal.boot;

import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.audit.AuditAdmin;
import io.queuejob.admin.channel.ChannelAdmin;
import io.queuejob.admin.doctor.Doctor;
import io.queuejob.admin.function.FunctionAdmin;
import io.queuejob.admin.health.QueueHealth;
import io.queuejob.admin.job.JobDossier;
import io.queuejob.admin.node.NodeAdmin;
import io.queuejob.admin.overview.OverviewAdmin;
import io.queuejob.api.JobContext;
import io.queuejob.api.JobQueue;
import io.queuejob.api.run.EffectGuard;
import io.queuejob.internal.bean.BeanCatalog;
import io.queuejob.internal.bean.DelayedFunction;
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
import io.queuejob.internal.operations.JobCommands;
import io.queuejob.internal.operations.JobDesk;
import io.queuejob.internal.operations.StuckSweep;
import io.queuejob.internal.operations.desk.AuditDesk;
import io.queuejob.internal.operations.desk.ChannelDesk;
import io.queuejob.internal.operations.desk.NodeDesk;
import io.queuejob.internal.operations.doctor.DoctorDesk;
import io.queuejob.internal.operations.function.FunctionDesk;
import io.queuejob.internal.operations.health.HealthDesk;
import io.queuejob.internal.operations.inspect.CopyCommand;
import io.queuejob.internal.operations.inspect.Dossier;
import io.queuejob.internal.operations.inspect.DossierReading;
import io.queuejob.internal.operations.inspect.RequeueDownstream;
import io.queuejob.internal.operations.overview.OverviewDesk;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.chore.StuckStore;
import io.queuejob.internal.storage.desk.AuditReading;
import io.queuejob.internal.storage.desk.ChannelEdits;
import io.queuejob.internal.storage.desk.ChannelReading;
import io.queuejob.internal.storage.desk.NodeDeskStore;
import io.queuejob.internal.storage.entity.JobQueries;
import io.queuejob.internal.storage.function.FunctionRows;
import io.queuejob.internal.storage.health.HealthStore;
import io.queuejob.internal.storage.inspect.GraphReading;
import io.queuejob.internal.storage.inspect.StoredCall;
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
import java.util.List;

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
            engine.context()::caller,
            engine.context()::capture,
            new InlineExecution(
                settings.around().inline(),
                startup.transactions(),
                settings.runner().transactionTimeout(),
                engine.context()),
            new RelatedActions(catalog, settings.around().relatedLinks(), this::related),
            engine.attributes());
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
  JobAdmin admin() {
    JoinedDatabase database = startup.engine().database();
    CommandStore commands = new CommandStore(database);
    return new JobDesk(
        new JobQueries(startup.entities().factory()),
        new JobCommands(commands),
        new StuckSweep(new StuckStore(database), commands, startup.transactions()),
        startup.transactions());
  }

  @Produces
  @ApplicationScoped
  JobDossier dossier(BeanCatalog catalog) {
    Engine engine = startup.engine();
    JoinedDatabase database = engine.database();
    CommandStore commands = new CommandStore(database);
    return new Dossier(
        new DossierReading(
            database,
            name -> catalog.find(name).map(DelayedFunction::parameterNames).orElse(List.of())),
        new CopyCommand(commands, new StoredCall(database), engine.store(), engine.clock()),
        new RequeueDownstream(commands, new JobCommands(commands), new GraphReading(database)),
        startup.transactions());
  }

  @Produces
  @ApplicationScoped
  QueueHealth health() {
    Engine engine = startup.engine();
    return new HealthDesk(
        new HealthStore(engine.database()), Migrations.needed(), engine::listening);
  }

  @Produces
  @ApplicationScoped
  ChannelAdmin channelAdmin() {
    JoinedDatabase database = startup.engine().database();
    return new ChannelDesk(
        new ChannelReading(database), new ChannelEdits(database), startup.transactions());
  }

  @Produces
  @ApplicationScoped
  NodeAdmin nodeAdmin() {
    return new NodeDesk(new NodeDeskStore(startup.engine().database()), startup.transactions());
  }

  @Produces
  @ApplicationScoped
  AuditAdmin auditAdmin() {
    return new AuditDesk(new AuditReading(startup.engine().database()));
  }

  @Produces
  @ApplicationScoped
  FunctionAdmin functionAdmin() {
    return new FunctionDesk(new FunctionRows(startup.engine().database()), startup.transactions());
  }

  @Produces
  @ApplicationScoped
  Doctor doctor() {
    return new DoctorDesk(
        startup.engine().database(),
        Migrations.script(),
        startup.settings().around().retentionInterval(),
        Environment.Clocks.SYSTEM.instants());
  }

  @Produces
  @ApplicationScoped
  OverviewAdmin overview() {
    return new OverviewDesk(startup.engine().database(), System::nanoTime);
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
