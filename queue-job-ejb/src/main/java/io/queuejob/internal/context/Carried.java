package io.queuejob.internal.context;

import io.queuejob.spi.ContextPropagator;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the running job's caller had, readable on its thread. As a propagator it carries a text on
 * that needs no more than being readable; inside a job, what came with the job.
 */
public final class Carried implements ContextPropagator {
  private static final ThreadLocal<Map<String, String>> SHOWN = new ThreadLocal<>();

  private final String name;
  private final Supplier<String> otherwise;

  Carried(String name, Supplier<String> otherwise) {
    this.name = name;
    this.otherwise = otherwise;
  }

  /** Shows texts on this thread, null for none; returns what was shown before. */
  static Map<String, String> show(Map<String, String> texts) {
    Map<String, String> before = SHOWN.get();
    if (texts == null) {
      SHOWN.remove();
    } else {
      SHOWN.set(texts);
    }
    return before;
  }

  /** What came with the job of this thread under a name; null for nothing. */
  public static String get(String name) {
    Map<String, String> shown = SHOWN.get();
    return shown == null ? null : shown.get(name);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String capture() {
    String carried = get(name);
    return carried == null ? otherwise.get() : carried;
  }

  @Override
  public Cleaner restore(String text) {
    return () -> {};
  }
}
