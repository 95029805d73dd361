package io.queuejob.internal.boot.admin;

import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.audit.AuditAdmin;
import io.queuejob.admin.bulk.BulkAdmin;
import io.queuejob.admin.channel.ChannelAdmin;
import io.queuejob.admin.doctor.Doctor;
import io.queuejob.admin.function.FunctionAdmin;
import io.queuejob.admin.health.QueueHealth;
import io.queuejob.admin.job.JobDossier;
import io.queuejob.admin.node.NodeAdmin;
import io.queuejob.admin.overview.OverviewAdmin;
import io.queuejob.admin.reach.Reaches;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.admin.search.SavedViews;
import io.queuejob.admin.testjob.TestJobAdmin;
import io.queuejob.internal.bean.BeanCatalog;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.boot.Engine;
import io.queuejob.internal.boot.EngineStartup;
import io.queuejob.internal.boot.Environment;
import io.queuejob.internal.boot.several.SeveralStartup;
import io.queuejob.internal.operations.JobCommands;
import io.queuejob.internal.operations.JobDesk;
import io.queuejob.internal.operations.JobReading;
import io.queuejob.internal.operations.StuckSweep;
import io.queuejob.internal.operations.bulk.BulkDesk;
import io.queuejob.internal.operations.bulk.BulkParts;
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
import io.queuejob.internal.operations.search.SearchDesk;
import io.queuejob.internal.operations.search.ViewDesk;
import io.queuejob.internal.operations.testjob.TestJobDesk;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.chore.StuckStore;
import io.queuejob.internal.storage.desk.AuditReading;
import io.queuejob.internal.storage.desk.ChannelEdits;
import io.queuejob.internal.storage.desk.ChannelReading;
import io.queuejob.internal.storage.desk.NodeDeskStore;
import io.queuejob.internal.storage.entity.JobQueries;
import io.queuejob.internal.storage.function.FunctionRows;
import io.queuejob.internal.storage.function.TestJobRows;
import io.queuejob.internal.storage.health.HealthStore;
import io.queuejob.internal.storage.health.StateCounts;
import io.queuejob.internal.storage.inspect.GraphReading;
import io.queuejob.internal.storage.inspect.StoredCall;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.internal.storage.search.SearchStore;
import io.queuejob.internal.storage.search.ViewStore;
import io.queuejob.internal.storage.search.WordStore;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Random;

/** Hands out the desks at which people read and mend. */
@ApplicationScoped
public class AdminProducers {
  @EJB private EngineStartup startup;
  @EJB private SeveralStartup several;

  @Produces
  @ApplicationScoped
  JobAdmin admin() {
    JoinedDatabase database = startup.engine().database();
    CommandStore commands = new CommandStore(database);
    return new JobDesk(
        new JobReading(
            new JobQueries(startup.entities().factory()),
            new StateCounts(database),
            new SearchStore(database)),
        new JobCommands(commands),
        new StuckSweep(new StuckStore(database), commands, startup.transactions()),
        startup.transactions());
  }

  @Produces
  @ApplicationScoped
  Reaches reaches() {
    return startup.settings().around().reaches();
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
        new HealthStore(engine.database()),
        Migrations.needed(),
        engine::listening,
        several::health);
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
  TestJobAdmin testJobAdmin() {
    Engine engine = startup.engine();
    return new TestJobDesk(
        new TestJobDesk.Stores(
            new TestJobRows(engine.database()),
            engine.graphs(),
            new CommandStore(engine.database())),
        engine.clock(),
        startup.transactions(),
        new Random());
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
    return new OverviewDesk(startup.engine().database(), Environment.Clocks.SYSTEM.nanos());
  }

  @Produces
  @ApplicationScoped
  JobSearch search() {
    Engine engine = startup.engine();
    return new SearchDesk(
        new SearchStore(engine.database()), new WordStore(engine.database()), engine.clock());
  }

  @Produces
  @ApplicationScoped
  SavedViews views() {
    return new ViewDesk(new ViewStore(startup.engine().database()));
  }

  @Produces
  @ApplicationScoped
  BulkAdmin bulks() {
    Engine engine = startup.engine();
    return new BulkDesk(
        BulkParts.of(engine.database(), engine.clock()),
        startup.transactions(),
        startup.bulks()::wake);
  }
}
