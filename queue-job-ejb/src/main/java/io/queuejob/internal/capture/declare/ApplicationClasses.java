package io.queuejob.internal.capture.declare;

import java.util.List;

/** Tells classes of the application from those of the JDK, of the server and of the engine. */
final class ApplicationClasses {

  private static final List<String> FOREIGN =
      List.of(
          "java.",
          "javax.",
          "jakarta.",
          "jdk.",
          "sun.",
          "com.sun.",
          "com.ibm.ws.",
          "fish.payara.",
          "io.openliberty.",
          "io.smallrye.",
          "org.apache.myfaces.",
          "org.apache.webbeans.",
          "org.eclipse.krazo.",
          "org.eclipse.microprofile.",
          "org.eclipse.yasson.",
          "org.glassfish.",
          "org.hibernate.",
          "org.jboss.",
          "org.primefaces.",
          "org.wildfly.",
          "io.queuejob.api.",
          "io.queuejob.admin.",
          "io.queuejob.spi.",
          "io.queuejob.internal.",
          "io.queuejob.web.",
          "io.queuejob.console.");

  private final ClassLoader serverLoader;

  /**
   * Classes as seen from the engine.
   *
   * @param engine loader of the engine's classes
   * @param api loader of Jakarta EE's classes; the same where there is no server
   */
  ApplicationClasses(ClassLoader engine, ClassLoader api) {
    this.serverLoader = engine == api ? null : api;
  }

  boolean contains(Class<?> type) {
    return type.getClassLoader() != null
        && type.getClassLoader() != serverLoader
        && FOREIGN.stream().noneMatch(type.getName()::startsWith);
  }
}
