package io.queuejob.testing.support;

import io.queuejob.api.JobContext;
import io.queuejob.api.JobRef;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** The job that the trap runs on the current thread, as its code sees it. */
public final class TrapContext implements JobContext {

  private static final String PLACE = "trap";

  private static Performed run() {
    return Performed.current()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "expected to be asked by a job that the trap runs, found none on this thread;"
                        + " run it by trap.perform(…) or trap.drain(…)"));
  }

  @Override
  public boolean isActive() {
    return Performed.current().isPresent();
  }

  @Override
  public JobRef ref() {
    return run().call().ref();
  }

  /** No row, no number. */
  @Override
  public long id() {
    run();
    return 0;
  }

  @Override
  public int attempt() {
    return run().attempt();
  }

  @Override
  public String node() {
    run();
    return PLACE;
  }

  @Override
  public String dataSource() {
    run();
    return PLACE;
  }

  @Override
  public boolean cancelRequested() {
    run();
    return false;
  }

  /** Nobody looks. */
  @Override
  public void progress(long done, long of, String text) {
    run();
  }

  /** Nobody looks. */
  @Override
  public void log(String line) {
    run();
  }

  @Override
  public void afterCommit(Runnable action) {
    run().afterCommit(action);
  }

  @Override
  public List<Parent> parents() {
    return run().parents();
  }

  @Override
  public Locale locale() {
    run();
    return Locale.getDefault();
  }

  @Override
  public ZoneId zone() {
    run();
    return ZoneId.systemDefault();
  }

  /** Nobody is known. */
  @Override
  public String caller() {
    run();
    return null;
  }

  /** Nothing crosses. */
  @Override
  public String carried(String propagator) {
    run();
    return null;
  }
}
