package io.queuejob.internal.boot.persistence;

import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.audit.AuditAdmin;
import io.queuejob.admin.bulk.BulkAdmin;
import io.queuejob.admin.channel.ChannelAdmin;
import io.queuejob.admin.job.JobDossier;
import io.queuejob.admin.overview.OverviewAdmin;
import io.queuejob.admin.reach.Reach;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.admin.search.SavedViews;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.internal.operations.JobCommands;
import io.queuejob.internal.operations.JobDesk;
import io.queuejob.internal.operations.JobReading;
import io.queuejob.internal.operations.bulk.BulkDesk;
import io.queuejob.internal.operations.bulk.BulkParts;
import io.queuejob.internal.operations.desk.AuditDesk;
import io.queuejob.internal.operations.desk.ChannelDesk;
import io.queuejob.internal.operations.inspect.CopyCommand;
import io.queuejob.internal.operations.inspect.Dossier;
import io.queuejob.internal.operations.inspect.DossierReading;
import io.queuejob.internal.operations.inspect.RequeueDownstream;
import io.queuejob.internal.operations.overview.OverviewDesk;
import io.queuejob.internal.operations.search.SearchDesk;
import io.queuejob.internal.operations.search.ViewDesk;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.desk.AuditReading;
import io.queuejob.internal.storage.desk.ChannelEdits;
import io.queuejob.internal.storage.desk.ChannelReading;
import io.queuejob.internal.storage.entity.JobQueries;
import io.queuejob.internal.storage.health.StateCounts;
import io.queuejob.internal.storage.inspect.GraphReading;
import io.queuejob.internal.storage.inspect.StoredCall;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.internal.storage.job.JdbcJobStore;
import io.queuejob.internal.storage.search.SearchStore;
import io.queuejob.internal.storage.search.ViewStore;
import io.queuejob.internal.storage.search.WordStore;
import io.queuejob.schema.MigratedDatabase;
import io.queuejob.testkit.LocalTransactions;
import io.queuejob.testkit.Rows;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A database with the same things in channels that somebody may see and in others; its desks. */
final class TwoSides implements AutoCloseable {
  static final Reach OPEN = Reach.of("zq9open", "queue.zq9open");

  private final MigratedDatabase database = new MigratedDatabase();
  private final EngineEntities entities;
  final Rows rows = new Rows(database.login());
  final JobAdmin jobs;
  final JobDossier dossier;
  final JobSearch search;
  final SavedViews views;
  final BulkAdmin bulks;
  final ChannelAdmin channels;
  final AuditAdmin audit;
  final OverviewAdmin overview;

  TwoSides() throws Exception {
    rows.update(script());
    DatabaseLogin login = database.login();
    entities =
        EngineEntities.open(
            "sides " + UUID.randomUUID(),
            login.dataSource(),
            PersistenceUnitTransactionType.RESOURCE_LOCAL);
    LocalTransactions transactions = new LocalTransactions(login.dataSource());
    JoinedDatabase joined = new JoinedDatabase(transactions.dataSource());
    CommandStore store = new CommandStore(joined);
    JobCommands commands = new JobCommands(store);
    JobReading reading =
        new JobReading(
            new JobQueries(entities.factory()), new StateCounts(joined), new SearchStore(joined));
    jobs = new JobDesk(reading, commands, null, transactions);
    dossier =
        new Dossier(
            new DossierReading(joined, name -> List.of()),
            new CopyCommand(store, new StoredCall(joined), new JdbcJobStore(joined), Instant::now),
            new RequeueDownstream(store, commands, new GraphReading(joined)),
            transactions);
    search = new SearchDesk(new SearchStore(joined), new WordStore(joined), Instant::now);
    views = new ViewDesk(new ViewStore(joined));
    bulks = new BulkDesk(BulkParts.of(joined, Instant::now), transactions, () -> {});
    channels = new ChannelDesk(new ChannelReading(joined), new ChannelEdits(joined), transactions);
    audit = new AuditDesk(new AuditReading(joined));
    overview = new OverviewDesk(joined, System::nanoTime);
  }

  private static String script() throws IOException {
    try (InputStream in = TwoSides.class.getResourceAsStream("/io/queuejob/sight/two-sides.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  UUID job(String description) throws Exception {
    return UUID.fromString(
        rows.one("SELECT uuid FROM queue_job.job WHERE description = ?", description));
  }

  @Override
  public void close() {
    entities.close();
    database.close();
  }
}
