package io.queuejob.testing;

import io.queuejob.api.JobContext;
import io.queuejob.api.JobQueue;
import io.queuejob.api.JobRef;
import io.queuejob.api.JobState;
import io.queuejob.api.call.BeanCall;
import io.queuejob.spi.CallRecorder;
import io.queuejob.spi.CapturedCall;
import io.queuejob.spi.EntityLoader;
import io.queuejob.testing.support.EntitiesById;
import io.queuejob.testing.support.GivenEta;
import io.queuejob.testing.support.Instances;
import io.queuejob.testing.support.TrapClock;
import io.queuejob.testing.support.TrapContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.AssertionFailedError;

/**
 * Catches delayed calls in place of the engine, and lets a test look at them and run them.
 *
 * <pre>{@code
 * JobTrap trap = new JobTrap(); // in a field, with @RegisterExtension
 *
 * new Gallery(trap.queue()).add(picture);
 * trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50)).inChannel("root.images");
 * trap.perform(new Thumbnails());
 * }</pre>
 *
 * <p>Arguments go through JSON, as in production: what the engine would refuse is refused here, and
 * a job gets what was read back. A call whose identity key a trapped job has makes no job of its
 * own. Capacities have no meaning here; dates and retries have one for {@link #drain}, by a clock
 * that stands still until {@link #advance} moves it.
 *
 * <p>Works without JUnit, too. As an extension it is emptied before each test, and gives test
 * methods a {@code JobTrap} or a {@link JobQueue} as parameter. With {@code @ExtendWith} all tests
 * of a class share one trap; those that run in parallel need one each, in a field with
 * {@code @RegisterExtension}. Safe for use by many threads.
 */
public final class JobTrap implements BeforeEachCallback, ParameterResolver {

  private final TrappedJobs jobs = new TrappedJobs();
  private final TrapClock clock = new TrapClock();
  private final TrapQueue queue;
  private final Expectations expectations;
  private final CallRecorder recorder;
  private volatile Function<Class<?>, ?> container;

  /**
   * A trap that knows entities by their {@code jakarta.persistence} annotations: an entity with an
   * id can be passed, and the job gets the very object that was passed.
   */
  public JobTrap() {
    this(EntitiesById::new);
  }

  /** A trap that passes entities as this loader says. */
  public JobTrap(EntityLoader entities) {
    this(() -> Objects.requireNonNull(entities, "entities"));
  }

  private JobTrap(Supplier<EntityLoader> entities) {
    GivenEta eta = new GivenEta();
    recorder = CallRecorder.of(entities.get(), clock, receiver(eta));
    queue = new TrapQueue(recorder, eta, jobs);
    expectations = new Expectations(entities);
  }

  private CallRecorder.Receiver receiver(GivenEta eta) {
    return new CallRecorder.Receiver() {
      @Override
      public Optional<JobRef> twinOf(CapturedCall call) {
        return jobs.twinOf(call).map(TrappedJob::ref);
      }

      @Override
      public void take(CapturedCall call) {
        jobs.add(trapped(call, eta));
      }

      @Override
      public void pass(CapturedCall call) {
        jobs.addCall(trapped(call, eta));
      }
    };
  }

  /** Parts of graphs say when they are due, but not how that was given. */
  private static TrappedJob trapped(CapturedCall call, GivenEta given) {
    boolean wasGiven = given.delay() != null || given.instant() != null;
    return new TrappedJob(call, given.delay(), wasGiven ? given.instant() : call.eta());
  }

  /**
   * The queue to give to the code under test. It takes any class or interface for a bean. {@code
   * find} and {@code cancel} know the jobs that are in the trap, and those that were drained.
   */
  public JobQueue queue() {
    return queue;
  }

  /**
   * An object in place of a bean whose {@code @Delayed} methods the code under test calls directly;
   * each such call lands in the trap. It runs no code of the bean: a method that is not
   * {@code @Delayed} is refused.
   *
   * @throws io.queuejob.api.error.DeclarationException if the bean could not be deployed
   */
  public <T> T bean(Class<T> type) {
    return recorder.standIn(type);
  }

  /** The {@code JobContext} to give to the code under test: active while the trap runs a job. */
  public JobContext context() {
    return new TrapContext();
  }

  /**
   * Names where {@link #perform} and {@link #drain} find beans that they are not given.
   *
   * @param container answers the instance for a type that the code under test names, or null
   */
  public void beansFrom(Function<Class<?>, ?> container) {
    this.container = Objects.requireNonNull(container, "container");
  }

  /** The trapped jobs, in the order of the calls; a copy. */
  public List<TrappedJob> jobs() {
    return jobs.all();
  }

  /** Every call, in their order: also those that made no job, as one with their key was there. */
  public List<TrappedJob> calls() {
    return jobs.calls();
  }

  /** Number of trapped jobs. */
  public int count() {
    return jobs.all().size();
  }

  /** Number of trapped jobs of a bean. */
  public int count(Class<?> bean) {
    return (int) jobs.all().stream().filter(job -> job.bean() == bean).count();
  }

  /**
   * Number of trapped jobs of one method.
   *
   * @param bean the type that the code under test names
   * @param method calls the method; its arguments do not matter
   */
  public <T> int count(Class<T> bean, BeanCall<T> method) {
    Expectation wanted = expectations.of(bean, method);
    return (int) jobs.all().stream().filter(wanted::hasMethod).count();
  }

  /** Forgets all that was trapped. */
  public void clear() {
    jobs.clear();
  }

  /** The trap's clock: dates calls, and says what is due; give it to the code under test. */
  public InstantSource clock() {
    return clock;
  }

  /** Moves the trap's clock on, so that {@link #drain} runs what has become due. */
  public void advance(Duration time) {
    clock.advance(time);
  }

  /**
   * Fails unless exactly so many jobs are in the trap.
   *
   * @throws AssertionFailedError listing them
   */
  public void assertCount(int expected) {
    List<TrappedJob> all = jobs.all();
    if (all.size() != expected) {
      throw new AssertionFailedError(
          "expected " + Listing.counted(expected) + "\n" + Listing.of(all) + jobs.remarks(),
          expected,
          all.size());
    }
  }

  /**
   * Fails unless this call is in the trap. Arguments are the same if they are the same JSON or
   * equal.
   *
   * @param bean the type that the code under test names
   * @param call calls exactly one method
   * @return what the call must have besides; options that are not asked for do not matter
   * @throws AssertionFailedError showing the call beside all that were trapped
   */
  public <T> QueuedAssert assertQueued(Class<T> bean, BeanCall<T> call) {
    return new QueuedAssert(expectations.of(bean, call), jobs.all(), jobs.remarks());
  }

  /** Fails if any call of a bean is in the trap, and shows all. */
  public void assertNotQueued(Class<?> bean) {
    assertNone("expected no queued call of " + bean.getSimpleName(), job -> job.bean() == bean);
  }

  /**
   * Fails if this call is in the trap.
   *
   * @throws AssertionFailedError showing the call beside all that were trapped
   */
  public <T> void assertNotQueued(Class<T> bean, BeanCall<T> call) {
    assertNotQueued(bean, call, job -> true);
  }

  /**
   * Fails if this call is in the trap with what the matcher asks for.
   *
   * @throws AssertionFailedError showing the call beside all that were trapped
   */
  public <T> void assertNotQueued(Class<T> bean, BeanCall<T> call, Predicate<TrappedJob> matcher) {
    Expectation unwanted = expectations.of(bean, call);
    assertNone(
        "expected not to be queued:\n  " + unwanted.text(),
        job -> unwanted.isMetBy(job) && matcher.test(job));
  }

  /**
   * Empties the trap, then runs what was in it on this thread: single jobs by priority and then in
   * the order of the calls, then each graph, parents first; dates do not matter (S-TT-05). Calls
   * that are delayed meanwhile are trapped for the next time. The first failure ends it; the rest
   * is forgotten.
   *
   * @param beans one instance for each trapped bean, of its class or a subclass; in a container
   *     those that are to take the place of its own
   * @throws IllegalArgumentException if an instance is missing or two would do; nothing was run
   *     then, and the trap is as it was
   * @throws Exception whatever a method raises, a {@code RetryableJobException} included
   */
  public void perform(Object... beans) throws Exception {
    Instances instances = new Instances(container, beans);
    jobs.all().forEach(job -> instances.of(job.bean(), job));
    List<TrappedJob> round = jobs.takeAll();
    for (TrappedJob job : PerformOrder.of(round)) {
      job.run(instances.of(job.bean(), job), jobs.parentsOf(job));
      jobs.end(job, JobState.DONE);
    }
  }

  /**
   * Runs all that is due by the trap's clock, on this thread, as a node would: the most urgent
   * first, dependents after those they wait for, and what is delayed meanwhile, until nothing is
   * due. An error fails its job, not the test; after a {@code RetryableJobException} the job waits
   * for as long as the error, or its method's retry pattern, says (the least of a range), while
   * attempts are left.
   *
   * @param beans one instance for each trapped bean, of its class or a subclass
   * @return what became of the jobs; look at it: {@code trap.drain(bean).assertNoneFailed()}
   * @throws IllegalArgumentException if an instance is missing or two would do
   */
  public Drained drain(Object... beans) {
    return new Drain(jobs, clock, new Instances(container, beans)).run();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    clear();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == JobTrap.class || type == JobQueue.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == JobTrap.class ? this : queue;
  }

  private void assertNone(String expected, Predicate<TrappedJob> unwanted) {
    List<TrappedJob> all = jobs.all();
    if (all.stream().anyMatch(unwanted)) {
      throw new AssertionFailedError(
          expected + "\n" + Listing.of(all, job -> unwanted.test(job) ? "this one" : ""));
    }
  }
}
