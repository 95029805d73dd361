package io.queuejob.api.inline;

import java.lang.System.Logger.Level;

/**
 * While one is open on a thread, calls that this thread delays run at once: in the thread, in the
 * caller's transaction, upon the real bean, with the very objects that were passed. Nothing is
 * stored, so there is no retry, ETA, identity or channel, and what the method raises goes to the
 * caller. A graph runs as a whole, parents before their children. Meant for tests:
 *
 * <pre>{@code
 * try (InlineJobs inline = InlineJobs.open()) {
 *   shop.order(…);
 * }
 * }</pre>
 *
 * <p>The setting {@code queue-job.inline} does the same for a whole application.
 */
public final class InlineJobs implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("io.queuejob.inline");
  private static final ThreadLocal<InlineJobs> INNERMOST = new ThreadLocal<>();

  private final InlineJobs outer;
  private final Thread thread = Thread.currentThread();
  private boolean closed;

  private InlineJobs(InlineJobs outer) {
    this.outer = outer;
  }

  /** Opens one on this thread; close it on the same thread, the last one first. */
  public static InlineJobs open() {
    LOG.log(Level.INFO, "delayed calls of thread {0} run at once", Thread.currentThread());
    InlineJobs scope = new InlineJobs(INNERMOST.get());
    INNERMOST.set(scope);
    return scope;
  }

  /** Whether one is open on this thread. */
  public static boolean isOpen() {
    return INNERMOST.get() != null;
  }

  /**
   * Ends it; calls are stored again unless an outer one is open.
   *
   * @throws IllegalStateException on another thread, or while one is open that was opened after it
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    if (Thread.currentThread() != thread || INNERMOST.get() != this) {
      throw new IllegalStateException(
          "expected to be closed on "
              + thread
              + ", the last one first, found "
              + Thread.currentThread()
              + "; open and close it in one try statement");
    }
    closed = true;
    if (outer == null) {
      INNERMOST.remove();
    } else {
      INNERMOST.set(outer);
    }
  }
}
