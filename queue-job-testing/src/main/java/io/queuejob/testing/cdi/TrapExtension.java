package io.queuejob.testing.cdi;

import io.queuejob.api.Delayed;
import io.queuejob.api.JobContext;
import io.queuejob.api.JobQueue;
import io.queuejob.api.error.CaptureException;
import io.queuejob.testing.JobTrap;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.inject.Singleton;
import java.util.Objects;

/**
 * Puts a {@link JobTrap} in the place of the engine, in the CDI container of a test: what injects
 * {@link JobQueue} or {@link JobContext} gets the trap's, calls of {@code @Delayed} methods are
 * trapped, and {@code perform} and {@code drain} run jobs upon the container's beans. With
 * Weld-JUnit:
 *
 * <pre>{@code
 * @EnableAutoWeld
 * @AddExtensions(TrapExtension.class)
 * class ShopTest {
 *   @Inject Shop shop;
 *   @Inject JobTrap trap;
 * }
 * }</pre>
 *
 * <p>A declaration that would fail the deployment in a server fails it here. Of the engine nothing
 * is deployed, even if its jar is searched for beans.
 */
public class TrapExtension implements Extension {

  private static final String ENGINE = "io.queuejob.internal.";

  private final JobTrap trap;

  /** With a trap of its own: {@code @Inject JobTrap trap}. */
  public TrapExtension() {
    this(new JobTrap());
  }

  /** With a trap that the test has already. */
  public TrapExtension(JobTrap trap) {
    this.trap = Objects.requireNonNull(trap, "trap");
  }

  void addInterceptor(@Observes BeforeBeanDiscovery event) {
    event.addAnnotatedType(TrapInterceptor.class, TrapInterceptor.class.getName());
  }

  /** A container that looks for the classes of injection points would make a second trap, too. */
  void leaveOut(@Observes ProcessAnnotatedType<?> event) {
    Class<?> type = event.getAnnotatedType().getJavaClass();
    if (type == JobTrap.class || type.getName().startsWith(ENGINE)) {
      event.veto();
    }
  }

  /** As the engine does at deployment; interceptors have the binding, too. */
  void check(@Observes @WithAnnotations(Delayed.class) ProcessAnnotatedType<?> event) {
    Class<?> type = event.getAnnotatedType().getJavaClass();
    if (type != TrapInterceptor.class && !type.getName().startsWith(ENGINE)) {
      try {
        trap.bean(type);
      } catch (CaptureException noStandIn) {
        // said again at the call, if there is one: a server would not mind
      }
    }
  }

  void addBeans(@Observes AfterBeanDiscovery event, BeanManager manager) {
    event
        .addBean()
        .types(JobTrap.class)
        .scope(Singleton.class)
        .id(JobTrap.class.getName())
        .createWith(context -> trap);
    event
        .addBean()
        .types(JobQueue.class)
        .scope(Singleton.class)
        .id(JobQueue.class.getName())
        .createWith(context -> trap.queue());
    event
        .addBean()
        .types(JobContext.class)
        .scope(Singleton.class)
        .id(JobContext.class.getName())
        .createWith(context -> trap.context());
    trap.beansFrom(type -> beanOf(manager, type));
  }

  private static Object beanOf(BeanManager manager, Class<?> type) {
    Instance<?> found = manager.createInstance().select(type);
    return found.isResolvable() ? found.get() : null;
  }
}
