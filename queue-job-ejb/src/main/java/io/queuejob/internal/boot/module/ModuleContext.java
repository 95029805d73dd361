package io.queuejob.internal.boot.module;

import jakarta.enterprise.concurrent.ContextService;
import java.lang.System.Logger.Level;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;

/**
 * The environment of one module, for any number of threads. Payara and GlassFish keep what belongs
 * to a thread's transaction in the captured environment itself, so each serves one thread at a
 * time; more of them are captured from within the first, which does nothing else.
 */
final class ModuleContext {
  private static final System.Logger LOG = System.getLogger("io.queuejob.engine");

  private final ContextService contexts;
  private final Executor first;
  private final Deque<Executor> idle = new ConcurrentLinkedDeque<>();

  /** The environment that this thread has now. */
  ModuleContext(ContextService contexts) {
    this.contexts = contexts;
    this.first = capture();
  }

  /** Without a transaction of the thread: the action begins and ends its own. */
  private Executor capture() {
    return contexts.createContextualProxy((Executor) Runnable::run, Executor.class);
  }

  /** Does something once: in this environment unless the server no longer lets anybody in. */
  void run(Runnable action) {
    Once once = new Once(action);
    try {
      Executor free = idle.poll();
      Executor mine = free == null ? another() : free;
      mine.execute(once);
      idle.push(mine);
    } catch (RuntimeException e) {
      if (once.begun && !once.ended) {
        throw e;
      }
      LOG.log(
          Level.WARNING,
          "QJ7671 the environment of a web module could not be "
              + (once.begun ? "left" : "entered, a job runs in that of the engine"),
          e);
    }
    if (!once.begun) {
      action.run();
    }
  }

  private synchronized Executor another() {
    Executor[] made = new Executor[1];
    first.execute(() -> made[0] = capture());
    return made[0];
  }

  /** Knows how far an action came. */
  private static final class Once implements Runnable {
    private final Runnable action;
    private boolean begun;
    private boolean ended;

    private Once(Runnable action) {
      this.action = action;
    }

    @Override
    public void run() {
      begun = true;
      action.run();
      ended = true;
    }
  }
}
