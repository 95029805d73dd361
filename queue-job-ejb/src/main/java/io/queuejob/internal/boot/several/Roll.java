package io.queuejob.internal.boot.several;

import io.queuejob.internal.port.Threads;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The further data sources that are served: asks for their names now and then, has new ones
 * attended to, and lets go of those that are no longer named. Who does not answer is taken to mean
 * what it said before.
 *
 * @param <E> what serves one
 */
final class Roll<E extends AutoCloseable> implements Runnable {
  private static final System.Logger LOG = System.getLogger("io.queuejob.several");

  private final List<NameSource> sources;
  private final Attendance.Opening<E> opening;
  private final Threads threads;
  private final Terms terms;
  private final Map<NameSource, Collection<String>> answers = new HashMap<>();
  private final Set<NameSource> silent = new LinkedHashSet<>();
  private final Map<String, Attendance<E>> attended = new ConcurrentSkipListMap<>();
  private final Semaphore asked = new Semaphore(0);
  private final CountDownLatch looked = new CountDownLatch(1);
  private boolean stopped;

  /**
   * How it is done.
   *
   * @param own name of the deployment's own data source, which is none of these
   * @param interval time between two looks
   * @param pauses between attempts to open one
   */
  record Terms(String own, Duration interval, Attendance.Pauses pauses) {}

  Roll(List<NameSource> sources, Attendance.Opening<E> opening, Threads threads, Terms terms) {
    this.sources = List.copyOf(sources);
    this.opening = opening;
    this.threads = threads;
    this.terms = terms;
  }

  @Override
  public void run() {
    try {
      while (!isStopped()) {
        look();
        looked.countDown();
        if (asked.tryAcquire(terms.interval().toMillis(), TimeUnit.MILLISECONDS)) {
          asked.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  /** Looks before the interval is over. */
  void lookSoon() {
    asked.release();
  }

  /** Asks everybody once, and acts upon it. */
  void look() {
    Set<String> wanted = new LinkedHashSet<>();
    sources.forEach(source -> wanted.addAll(namesOf(source)));
    wanted.remove(terms.own());
    attended.forEach(
        (name, attendance) -> {
          if (!wanted.contains(name)) {
            attendance.end();
          }
        });
    attended.values().removeIf(attendance -> attendance.ended().isDone());
    wanted.forEach(this::attend);
  }

  private Collection<String> namesOf(NameSource source) {
    try {
      Collection<String> names = List.copyOf(source.asking().names());
      answers.put(source, names);
      silent.remove(source);
      return names;
    } catch (Exception | LinkageError e) {
      LOG.log(
          silent.add(source) ? Level.WARNING : Level.DEBUG,
          "QJ7604 {0} does not say which data sources to serve, so those of its last answer are,"
              + " and it is asked again: {1}",
          source.who(),
          e);
      return answers.getOrDefault(source, List.of());
    }
  }

  private synchronized void attend(String name) {
    if (stopped || attended.containsKey(name)) {
      return;
    }
    Attendance<E> attendance = new Attendance<>(name, opening, terms.pauses());
    attended.put(name, attendance);
    threads.start("queue-job data source " + name, attendance);
  }

  /** What attends to a name; null if nobody named it. */
  Attendance<E> of(String name) {
    return attended.get(name);
  }

  /** All that is attended to, by name. */
  Collection<Attendance<E>> all() {
    return List.copyOf(attended.values());
  }

  /** Waits until each of the first names was tried once, so long at most. */
  void awaitFirst(Duration most) {
    try {
      if (looked.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
        await(Attendance::tried, most);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets go of all, side by side, and waits for that so long at most. */
  void stop(Duration most) {
    synchronized (this) {
      stopped = true;
    }
    lookSoon();
    attended.values().forEach(Attendance::end);
    try {
      if (!await(Attendance::ended, most)) {
        LOG.log(
            Level.WARNING,
            "QJ7605 expected all data sources to be left within {0}, found some still in use; they"
                + " are given up: {1}",
            most,
            all().stream().filter(one -> !one.ended().isDone()).map(Attendance::name).toList());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean await(Function<Attendance<E>, CompletableFuture<Void>> event, Duration most)
      throws InterruptedException {
    CompletableFuture<?>[] events = all().stream().map(event).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(events).get(most.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    }
  }
}
