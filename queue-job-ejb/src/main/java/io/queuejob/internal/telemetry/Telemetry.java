package io.queuejob.internal.telemetry;

import io.queuejob.internal.context.Crossing;
import io.queuejob.internal.port.watch.RunWatch;
import io.queuejob.spi.ContextPropagator;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What calls and runs of one engine show of themselves. */
public final class Telemetry {
  /** Nothing. */
  public static final Telemetry NONE = new Telemetry(Traces.NONE, RunWatch.NONE);

  private static final System.Logger LOG = System.getLogger("io.queuejob.telemetry");
  private static final String API = "io.opentelemetry.api.OpenTelemetry";

  private final Traces traces;
  private final RunWatch names;
  private final AtomicBoolean complained = new AtomicBoolean();

  Telemetry(Traces traces, RunWatch names) {
    this.traces = traces;
    this.names = names;
  }

  /**
   * With the libraries that are there.
   *
   * @param loader sees them, or does not
   */
  public static Telemetry find(ClassLoader loader) {
    return new Telemetry(traces(loader), LogNames.find(loader));
  }

  private static Traces traces(ClassLoader loader) {
    try {
      Class.forName(API, false, loader);
      return new OpenTelemetryTraces(new FoundTelemetry(), Crossing.BUILT_IN::text);
    } catch (ClassNotFoundException | LinkageError absent) {
      LOG.log(Level.DEBUG, "no OpenTelemetry here: {0}", absent.toString());
      return Traces.NONE;
    }
  }

  /** What carries the trace from calls to runs. */
  public List<ContextPropagator> propagators() {
    return traces.propagators();
  }

  /**
   * Stores something of a call within its span.
   *
   * @param context what it is to give the job
   * @return that
   */
  public String calling(UUID job, String function, String channel, Supplier<String> context) {
    Runnable ends = begun(() -> traces.call(job, function, channel), () -> {});
    try {
      return context.get();
    } finally {
      ended(ends);
    }
  }

  private <T> T begun(Supplier<T> begin, T otherwise) {
    try {
      return begin.get();
    } catch (RuntimeException | LinkageError e) {
      complain(e);
      return otherwise;
    }
  }

  private void ended(Runnable end) {
    try {
      end.run();
    } catch (RuntimeException | LinkageError e) {
      complain(e);
    }
  }

  private void complain(Throwable e) {
    if (complained.compareAndSet(false, true)) {
      LOG.log(
          Level.WARNING,
          "QJ7660 expected spans from OpenTelemetry, found an error; jobs run as ever, without"
              + " further complaints; see that API and SDK are of versions that fit",
          e);
    }
  }

  /** Looks at runs. */
  public RunWatch watch() {
    if (traces == Traces.NONE) {
      return names;
    }
    return (job, function, node) -> {
      RunWatch.Run named = names.begins(job, function, node);
      RunWatch.Run traced = begun(() -> traces.begins(job, function, node), outcome -> {});
      return outcome -> {
        ended(() -> traced.ends(outcome));
        named.ends(outcome);
      };
    };
  }
}
