package io.queuejob.internal.boot;

import io.queuejob.internal.port.Threads;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import javax.naming.NamingException;

/**
 * The server's threads: a managed factory for the loops, managed executors for jobs, looked up when
 * first used, since a server may bind them only after the engine's start.
 */
final class ManagedThreads implements Threads {
  private static final System.Logger LOG = System.getLogger("io.queuejob.engine");
  private static final String DEFAULT = "java:comp/DefaultManagedExecutorService";

  private final ManagedThreadFactory factory;
  private final String workers;
  private final Map<String, ManagedExecutorService> named = new ConcurrentHashMap<>();

  ManagedThreads(ManagedThreadFactory factory, String workers) {
    this.factory = factory;
    this.workers = workers;
  }

  @Override
  public void start(String name, Runnable loop) {
    Thread thread = factory.newThread(loop);
    thread.setName(name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void execute(String executor, Runnable worker) {
    named
        .computeIfAbsent(
            executor == null ? workers : executor,
            name -> executor == null ? own(name) : find(name))
        .execute(worker);
  }

  /**
   * The engine's own executor; where the server did not bind it, the server's default. Payara binds
   * definitions of {@code WEB-INF/classes} alone and drops those of libraries, whether they stand
   * on session beans, CDI beans, listeners, servlets or in {@code web-fragment.xml}.
   */
  private static ManagedExecutorService own(String name) {
    try {
      return Jndi.find(name);
    } catch (NamingException e) {
      LOG.log(
          System.Logger.Level.INFO,
          "the server did not bind {0}, jobs run on its default executor; for one of their own"
              + " define a ManagedExecutorService in the application and name it by executor= of"
              + " channel root",
          name);
      return find(DEFAULT);
    }
  }

  private static ManagedExecutorService find(String name) {
    try {
      return Jndi.find(name);
    } catch (NamingException e) {
      throw new RejectedExecutionException(
          "expected a ManagedExecutorService at JNDI name "
              + name
              + ", found none: "
              + e.getMessage()
              + "; create it, or correct executor= of the channel",
          e);
    }
  }
}
