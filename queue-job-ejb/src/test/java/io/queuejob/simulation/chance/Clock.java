package io.queuejob.simulation.chance;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Virtual time, and what is to happen when. */
public final class Clock {
  private static final int DEEPEST = 5;

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
  private long now = 1_000_000_000L;
  private long number;
  private int depth;

  private record Event(long at, long number, Runnable what) {}

  public long now() {
    return now;
  }

  /** Something is to happen at a moment. */
  public void at(long moment, Runnable what) {
    events.add(new Event(Math.max(moment, now), ++number, what));
  }

  /** Lets everything happen up to a moment. */
  public void runUntil(long moment) {
    while (!events.isEmpty() && events.peek().at() <= moment) {
      Event event = events.poll();
      now = Math.max(now, event.at());
      event.what().run();
    }
    now = Math.max(now, moment);
  }

  /** Time passes in the middle of something; others act meanwhile. */
  public void pass(long nanos) {
    if (depth < DEEPEST) {
      depth++;
      runUntil(now + nanos);
      depth--;
    }
  }
}
