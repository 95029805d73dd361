package io.queuejob.capturing;

import io.queuejob.api.JobQueue;
import io.queuejob.api.call.BeanCall;
import io.queuejob.internal.bean.BeanCatalog;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.capture.Capture;
import io.queuejob.internal.capture.DelayQueue;
import io.queuejob.internal.capture.DelayedInterceptor;
import io.queuejob.internal.capture.DirectCalls;
import io.queuejob.internal.capture.JobLookup;
import io.queuejob.internal.capture.declare.DelayedExtension;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.testkit.NoEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** A small application with its engine's capture side, deployed outside a server. */
public final class Shop implements AutoCloseable {

  static final int MAX_PAYLOAD = 200;

  /** What beans did. */
  public static final List<String> RAN = new ArrayList<>();

  private static Shop open;

  final RecordingPlace place = new RecordingPlace();
  private final WeldContainer container;
  private final BeanCatalog catalog;
  private final Capture capture;

  /** What the engine gives to the interceptor. */
  @ApplicationScoped
  static class Engine {
    @Produces
    @Dependent
    DirectCalls calls() {
      return new DirectCalls(open.catalog, open.capture);
    }
  }

  private Shop(Class<?>... classes) {
    DelayedExtension extension = new DelayedExtension();
    catalog = extension.catalog();
    capture = new Capture(new ArgumentCodec(new NoEntities()), place.ports(), MAX_PAYLOAD);
    container =
        new Weld()
            .disableDiscovery()
            .addExtensions(extension)
            .addBeanClasses(DelayedInterceptor.class, Thumbnails.class, Pages.class)
            .addBeanClasses(Thumbnails.FirstPrinter.class, Thumbnails.SecondPrinter.class)
            .addBeanClasses(classes)
            .initialize();
    RAN.clear();
    open = this;
  }

  static Shop open() {
    return new Shop(Engine.class);
  }

  /** With further beans. */
  public static Shop with(Class<?>... beans) {
    return new Shop(
        Stream.concat(Stream.of(Engine.class), Arrays.stream(beans)).toArray(Class<?>[]::new));
  }

  static Shop withoutEngine() {
    return new Shop();
  }

  /** The only call that was stored. */
  public JobRequest only() {
    return place.only();
  }

  /** All calls that were stored. */
  public List<JobRequest> stored() {
    return place.stored;
  }

  /** Names of the functions that are declared. */
  public List<String> declared() {
    return catalog.declared().stream().map(DelayedFunction::name).toList();
  }

  /** A reference of a bean. */
  public <T> T bean(Class<T> type) {
    return container.select(type).get();
  }

  /** The queue that applications inject. */
  public JobQueue queue() {
    return new DelayQueue(
        catalog,
        capture,
        new JobLookup(
            ref -> {
              place.steps.add("find");
              return Optional.empty();
            },
            (ref, dependents) -> {
              place.steps.add("cancel");
              return io.queuejob.api.call.CancelResult.TOO_LATE;
            },
            (ref, most) -> {
              place.steps.add("await");
              return Optional.empty();
            }));
  }

  /** Work in a transaction that commits. */
  void committed(BeanCall<Thumbnails> work) throws Exception {
    place.begin(null);
    work.call(bean(Thumbnails.class));
    place.commit();
  }

  @Override
  public void close() {
    container.close();
  }
}
