package io.queuejob.spi;

/**
 * Carries one thing of the caller's thread over to the thread that runs the job, such as the
 * tenant. A CDI bean, or a class named in {@code META-INF/services}. Of two with the same name a
 * bean counts, then a service, then the engine's own ({@code locale}, {@code zone}, {@code
 * caller}).
 */
public interface ContextPropagator {

  /** Stable name, under which the text is stored with the job. */
  String name();

  /** What the calling thread has; null for nothing. */
  String capture();

  /**
   * Sets it on the job's thread before the call.
   *
   * @param text what was captured
   * @return ends it after the call; run whatever the job does; null if there is nothing to end
   */
  Cleaner restore(String text);

  /** Puts the thread back to what it was. */
  @FunctionalInterface
  interface Cleaner {
    /** Does so. */
    void clean();
  }
}
