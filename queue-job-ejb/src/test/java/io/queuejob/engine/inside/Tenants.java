package io.queuejob.engine.inside;

import io.queuejob.spi.ContextPropagator;

/** The tenant of a thread, as an application has it. */
final class Tenants implements ContextPropagator {
  private static final ThreadLocal<String> TENANT = new ThreadLocal<>();

  static String now() {
    return TENANT.get();
  }

  static void use(String tenant) {
    TENANT.set(tenant);
  }

  @Override
  public String name() {
    return "tenant";
  }

  @Override
  public String capture() {
    return TENANT.get();
  }

  @Override
  public Cleaner restore(String text) {
    String before = TENANT.get();
    TENANT.set(text);
    return () -> TENANT.set(before);
  }
}
