package io.queuejob.internal.runner.local;

import io.queuejob.internal.port.RunControl.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** What a run says of itself until it is written; bounded. */
public final class Reports {
  static final int MOST_LINES = 200;
  private final LongSupplier nanos;
  private static final int LONGEST = 2_000;

  private Progress progress;
  private List<Line> lines = new ArrayList<>();
  private int dropped;

  /**
   * A line for people.
   *
   * @param atNanos when, by the system's monotonic clock
   * @param text it
   */
  public record Line(long atNanos, String text) {}

  Reports(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized void put(Progress latest) {
    progress = new Progress(latest.done(), latest.of(), storable(latest.text()));
  }

  synchronized void add(String line) {
    if (lines.size() < MOST_LINES) {
      lines.add(new Line(nanos.getAsLong(), storable(String.valueOf(line))));
    } else {
      dropped++;
    }
  }

  /** Without characters that PostgreSQL's text refuses. */
  private static String storable(String text) {
    if (text == null) {
      return null;
    }
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return cut.replace('\u0000', '\uFFFD');
  }

  /** Whether lines wait to be written. */
  public synchronized boolean hasLines() {
    return !lines.isEmpty();
  }

  /** Whether progress waits to be written. */
  public synchronized boolean hasProgress() {
    return progress != null;
  }

  /** Takes the latest progress; null if it was taken before. */
  public synchronized Progress takeProgress() {
    Progress taken = progress;
    progress = null;
    return taken;
  }

  /** Takes the lines. */
  public synchronized List<Line> takeLines() {
    List<Line> taken = lines;
    if (dropped > 0) {
      taken.add(new Line(nanos.getAsLong(), "… " + dropped + " lines more were not kept"));
    }
    lines = new ArrayList<>();
    dropped = 0;
    return taken;
  }
}
