package io.queuejob.internal.telemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Supplier;

/**
 * The entry to OpenTelemetry in force: a CDI bean, as MicroProfile Telemetry has one, else the
 * global one, once somebody has set it. To ask for the global one before would set it to nothing
 * for good.
 */
final class FoundTelemetry implements Supplier<OpenTelemetry> {
  private static final MethodHandle IS_SET = isSet();

  private volatile OpenTelemetry kept;
  private volatile boolean asked;

  @Override
  public OpenTelemetry get() {
    OpenTelemetry known = kept;
    if (known == null) {
      known = look();
      kept = known;
    }
    return known;
  }

  private OpenTelemetry look() {
    if (!asked) {
      OpenTelemetry bean = bean();
      asked = true;
      if (bean != null) {
        return bean;
      }
    }
    return isSetGlobally() ? GlobalOpenTelemetry.get() : null;
  }

  private static OpenTelemetry bean() {
    try {
      Instance<OpenTelemetry> beans = CDI.current().select(OpenTelemetry.class);
      return beans.isResolvable() ? beans.get() : null;
    } catch (RuntimeException | LinkageError outsideOfAnyContainer) {
      return null;
    }
  }

  /** Older versions cannot be asked; there a span on this thread shows that it is set. */
  private static boolean isSetGlobally() {
    if (IS_SET == null) {
      return Span.current().getSpanContext().isValid();
    }
    try {
      return (boolean) IS_SET.invokeExact();
    } catch (Throwable e) {
      return false;
    }
  }

  private static MethodHandle isSet() {
    try {
      return MethodHandles.publicLookup()
          .findStatic(GlobalOpenTelemetry.class, "isSet", MethodType.methodType(boolean.class));
    } catch (ReflectiveOperationException older) {
      return null;
    }
  }
}
