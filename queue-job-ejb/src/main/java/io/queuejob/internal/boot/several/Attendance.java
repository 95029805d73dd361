package io.queuejob.internal.boot.several;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps one data source served, on a thread of its own: opens it, again and again until that
 * succeeds, and closes it when it is told to.
 *
 * @param <E> what serves it
 */
final class Attendance<E extends AutoCloseable> implements Runnable {
  private static final System.Logger LOG = System.getLogger("io.queuejob.several");

  private final String name;
  private final Opening<E> opening;
  private final Pauses pauses;
  private final CountDownLatch told = new CountDownLatch(1);
  private final CompletableFuture<Void> tried = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private String logged = "";
  private volatile String problem;
  private volatile E open;

  /** Opens what serves a data source. */
  @FunctionalInterface
  interface Opening<E> {
    /** Opens it as a whole, or leaves nothing behind and raises why not. */
    E open(String name) throws Exception;
  }

  /**
   * Pauses between attempts.
   *
   * @param first after the first attempt; each is twice the one before
   * @param longest no pause is longer
   */
  record Pauses(Duration first, Duration longest) {
    static final Pauses USUAL = new Pauses(Duration.ofSeconds(1), Duration.ofSeconds(30));

    private Duration after(Duration pause) {
      Duration twice = pause.multipliedBy(2);
      return twice.compareTo(longest) < 0 ? twice : longest;
    }
  }

  Attendance(String name, Opening<E> opening, Pauses pauses) {
    this.name = name;
    this.opening = opening;
    this.pauses = pauses;
  }

  @Override
  public void run() {
    try {
      Duration pause = pauses.first();
      while (!attempt() && !told.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = pauses.after(pause);
      }
      told.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close();
      tried.complete(null);
      ended.complete(null);
    }
  }

  /** Whether it is open now, or is no longer to be. */
  private boolean attempt() {
    if (told.getCount() == 0) {
      return true;
    }
    try {
      open = opening.open(name);
      problem = null;
      LOG.log(Level.INFO, "data source {0} is served", name);
      return true;
    } catch (Exception | LinkageError e) {
      note(e);
      return false;
    } finally {
      tried.complete(null);
    }
  }

  /** The same trouble is told once, whatever its details. */
  private void note(Throwable e) {
    String text = e.getMessage() == null ? e.toString() : e.getMessage();
    String kind = text.matches("(?s)QJ\\d{4}.*") ? text.substring(0, 6) : e.getClass().getName();
    problem = text;
    LOG.log(
        kind.equals(logged) ? Level.DEBUG : Level.WARNING,
        "QJ7600 data source {0} cannot be served now, the others go on without it; it is tried"
            + " again by itself, at least every {1}: {2}",
        name,
        pauses.longest(),
        text);
    logged = kind;
  }

  private void close() {
    E serving = open;
    if (serving == null) {
      return;
    }
    try {
      serving.close();
      LOG.log(Level.INFO, "data source {0} is no longer served", name);
    } catch (Exception e) {
      LOG.log(Level.WARNING, "QJ7603 data source {0} was not left in order: {1}", name, e);
    } finally {
      open = null;
    }
  }

  /** Has it closed; returns at once. */
  void end() {
    told.countDown();
  }

  String name() {
    return name;
  }

  /** What serves it; null while nothing does. */
  E serving() {
    return open;
  }

  /** Why nothing serves it; null if nothing went wrong. */
  String problem() {
    return problem;
  }

  /** Complete once it was tried to open it. */
  CompletableFuture<Void> tried() {
    return tried;
  }

  /** Complete once it is closed. */
  CompletableFuture<Void> ended() {
    return ended;
  }
}
