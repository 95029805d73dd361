package io.queuejob.internal.operations.bulk;

import io.queuejob.internal.port.DatabaseClock;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.bulk.BulkStore;
import io.queuejob.internal.storage.bulk.ChangeStore;
import io.queuejob.internal.storage.bulk.StepStore;
import io.queuejob.internal.storage.bulk.UndoStore;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.internal.storage.search.SearchStore;

/**
 * What bulk changes need.
 *
 * @param bulks the changes as people see them
 * @param steps the changes as steps write them
 * @param undos what there was before the changes
 * @param jobs guarded commands upon jobs
 * @param changes guarded changes of waiting jobs
 * @param search finds jobs
 * @param clock the database's
 */
public record BulkParts(
    BulkStore bulks,
    StepStore steps,
    UndoStore undos,
    CommandStore jobs,
    ChangeStore changes,
    SearchStore search,
    DatabaseClock clock) {

  /** All of it upon one data source. */
  public static BulkParts of(JoinedDatabase database, DatabaseClock clock) {
    return new BulkParts(
        new BulkStore(database),
        new StepStore(database),
        new UndoStore(database),
        new CommandStore(database),
        new ChangeStore(database),
        new SearchStore(database),
        clock);
  }
}
