package io.queuejob.internal.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.queuejob.spi.ContextPropagator;
import java.util.List;
import java.util.function.UnaryOperator;

/** One of the two texts of W3C Trace Context, carried from the call to the run. */
final class TraceParent implements ContextPropagator {
  static final String PARENT = "traceparent";
  static final String STATE = "tracestate";

  private static final TextMapGetter<UnaryOperator<String>> READING =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(UnaryOperator<String> texts) {
          return List.of(PARENT, STATE);
        }

        @Override
        public String get(UnaryOperator<String> texts, String key) {
          return texts == null ? null : texts.apply(key);
        }
      };

  private final String name;

  TraceParent(String name) {
    this.name = name;
  }

  /** The context that texts tell of; the empty one if they tell of none. */
  static Context parent(UnaryOperator<String> texts) {
    return W3CTraceContextPropagator.getInstance().extract(Context.root(), texts, READING);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String capture() {
    String[] text = new String[1];
    W3CTraceContextPropagator.getInstance()
        .inject(
            Context.current(),
            text,
            (into, key, value) -> {
              if (key.equals(name)) {
                into[0] = value;
              }
            });
    return text[0];
  }

  /** Within a run its span is current, and comes of this text; what follows has none. */
  @Override
  @SuppressWarnings("MustBeClosedChecker") // closed by the cleaner
  public Cleaner restore(String text) {
    if (!name.equals(PARENT) || Span.current().getSpanContext().isValid()) {
      return null;
    }
    Scope scope = parent(key -> key.equals(PARENT) ? text : null).makeCurrent();
    return scope::close;
  }
}
