package io.queuejob.internal.boot.several;

import io.queuejob.internal.port.Threads;

/** Threads of one data source among several, whose names tell it. */
record NamedThreads(Threads threads, String dataSource) implements Threads {

  @Override
  public void start(String name, Runnable loop) {
    threads.start(name + " " + dataSource, loop);
  }

  @Override
  public void execute(String executor, Runnable worker) {
    threads.execute(executor, worker);
  }
}
