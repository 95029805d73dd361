package io.queuejob.internal.boot;

import io.queuejob.internal.port.Threads;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import javax.naming.NamingException;

/** The server's threads: a managed factory for the loops, managed executors for jobs. */
final class ManagedThreads implements Threads {
  private final ManagedThreadFactory factory;
  private final ManagedExecutorService workers;
  private final Map<String, ManagedExecutorService> named = new ConcurrentHashMap<>();

  ManagedThreads(ManagedThreadFactory factory, ManagedExecutorService workers) {
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
    (executor == null ? workers : named.computeIfAbsent(executor, ManagedThreads::find))
        .execute(worker);
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
