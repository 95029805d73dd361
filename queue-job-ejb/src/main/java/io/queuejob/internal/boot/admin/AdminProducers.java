package io.queuejob.internal.boot.admin;

import io.queuejob.admin.bulk.BulkAdmin;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.admin.search.SavedViews;
import io.queuejob.internal.boot.Engine;
import io.queuejob.internal.boot.EngineStartup;
import io.queuejob.internal.operations.bulk.BulkDesk;
import io.queuejob.internal.operations.bulk.BulkParts;
import io.queuejob.internal.operations.search.SearchDesk;
import io.queuejob.internal.operations.search.ViewDesk;
import io.queuejob.internal.storage.search.SearchStore;
import io.queuejob.internal.storage.search.ViewStore;
import io.queuejob.internal.storage.search.WordStore;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Hands out what finds jobs and changes many of them. */
@ApplicationScoped
public class AdminProducers {
  @EJB private EngineStartup startup;

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
