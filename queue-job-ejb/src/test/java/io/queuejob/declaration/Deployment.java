package io.queuejob.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.queuejob.internal.bean.BeanCatalog;
import io.queuejob.internal.capture.DelayedInterceptor;
import io.queuejob.internal.capture.declare.DelayedExtension;
import java.util.function.Consumer;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** Deploys classes as an application of one module. */
final class Deployment {

  private Deployment() {}

  /** Deploys, looks, undeploys. */
  static void of(Consumer<Running> look, Class<?>... classes) {
    DelayedExtension extension = new DelayedExtension();
    try (WeldContainer container = weld(extension, classes).initialize()) {
      look.accept(new Running(container, extension.catalog()));
    }
  }

  /** The message of a deployment that fails. */
  static String failure(Class<?>... classes) {
    Throwable thrown =
        catchThrowable(() -> weld(new DelayedExtension(), classes).initialize().close());
    assertThat(thrown).as("failure of the deployment").isNotNull();
    StringBuilder messages = new StringBuilder();
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      messages.append(at.getMessage()).append('\n');
    }
    return messages.toString();
  }

  private static Weld weld(DelayedExtension extension, Class<?>... classes) {
    return new Weld()
        .disableDiscovery()
        .addExtensions(extension)
        .addBeanClasses(DelayedInterceptor.class)
        .addBeanClasses(classes);
  }

  /** A deployed application. */
  record Running(WeldContainer container, BeanCatalog catalog) {}
}
