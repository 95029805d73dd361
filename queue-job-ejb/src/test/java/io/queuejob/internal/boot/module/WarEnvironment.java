package io.queuejob.internal.boot.module;

import jakarta.enterprise.concurrent.ContextService;
import java.lang.reflect.Proxy;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A server's context service: what it captures serves one thread at a time, like Payara's. */
final class WarEnvironment {
  private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);
  private final AtomicInteger captured = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean sticky = new AtomicBoolean();

  /** The environment of the module, captured while its start is told. */
  ModuleContext started() {
    boolean[] before = {inside.get()};
    inside.set(true);
    try {
      return new ModuleContext(service());
    } finally {
      inside.set(before[0]);
    }
  }

  private ContextService service() {
    return (ContextService)
        Proxy.newProxyInstance(
            WarEnvironment.class.getClassLoader(),
            new Class<?>[] {ContextService.class},
            (proxy, method, arguments) -> capture((Executor) arguments[0]));
  }

  private Executor capture(Executor target) {
    captured.incrementAndGet();
    boolean asHere = inside.get();
    AtomicBoolean used = new AtomicBoolean();
    return action -> {
      if (closed.get()) {
        throw new IllegalStateException("Module is disabled");
      }
      if (used.getAndSet(true)) {
        throw new AssertionError("two threads in one captured environment");
      }
      boolean before = inside.get();
      inside.set(asHere);
      try {
        target.execute(action);
      } finally {
        inside.set(before);
        used.set(false);
      }
      if (sticky.get()) {
        throw new IllegalStateException("cannot be left");
      }
    };
  }

  /** Whether this thread is within it. */
  boolean isHere() {
    return inside.get();
  }

  /** How often it was captured. */
  int captured() {
    return captured.get();
  }

  /** Lets nobody in any more. */
  void close() {
    closed.set(true);
  }

  /** Fails whoever leaves. */
  void stick() {
    sticky.set(true);
  }
}
