package io.queuejob.internal.boot.module;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import java.util.function.Predicate;

/** Comes into each web module that sees the engine, and has those that need it listened to. */
public class WebModules implements ServletContainerInitializer {
  private final Predicate<ClassLoader> needed;

  /** Of this deployment. */
  public WebModules() {
    this(ModuleContexts::isComing);
  }

  /**
   * With a choice.
   *
   * @param needed whether a module is to give its environment
   */
  WebModules(Predicate<ClassLoader> needed) {
    this.needed = needed;
  }

  @Override
  public void onStartup(Set<Class<?>> none, ServletContext web) {
    if (needed.test(web.getClassLoader())) {
      web.addListener(new WebModule());
    }
  }
}
