package io.queuejob.testkit;

import io.queuejob.internal.port.Threads;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Daemon threads, as many as are asked for. */
public final class PlainThreads implements Threads {
  private final ExecutorService workers =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "worker");
            thread.setDaemon(true);
            return thread;
          });

  @Override
  public void start(String name, Runnable loop) {
    Thread thread = new Thread(loop, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void execute(String executor, Runnable worker) {
    workers.execute(worker);
  }
}
