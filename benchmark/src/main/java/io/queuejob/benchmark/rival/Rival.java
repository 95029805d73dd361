package io.queuejob.benchmark.rival;

import io.queuejob.benchmark.run.Contestant;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Another job library. It starts jobs between {@link #resume} and {@link #pause} only, and waits
 * until then.
 *
 * <p>Completed jobs leave nothing that tells when the completion was committed: two of the rivals
 * delete the row, and the third stores a time taken before its statement. So a round's time ends at
 * the last effect. As each worker completes its job before it takes the next, that leaves out at
 * most one completion of each worker, in the rival's favour.
 */
public interface Rival extends Contestant, AutoCloseable {

  /** Part of the names of its figures. */
  String key();

  /** Stores one job, in a transaction of its own. */
  void enqueue(String name) throws Exception;

  /** Stores jobs named {@code 1} to {@code jobs} in the way that it offers for many. */
  void enqueueMany(int jobs) throws Exception;

  /** Where its jobs are. */
  RivalTables tables();

  /** Removes all jobs; it does not run any meanwhile. */
  default void clear() throws SQLException {
    tables().clear();
  }

  @Override
  default void fill(int jobs) throws Exception {
    clear();
    enqueueMany(jobs);
    tables().analyze();
  }

  @Override
  default void drain(int jobs) throws Exception {
    resume();
    tables().awaitDone();
    pause();
  }

  void resume() throws Exception;

  void pause() throws Exception;

  /** How long a new job may wait until somebody looks; zero if the call that stores it wakes. */
  Duration pollInterval();

  /** What its jobs do. */
  Effect effect();

  @Override
  default String lastCompletion() {
    return "SELECT max(at) FROM ledger";
  }

  @Override
  void close();
}
