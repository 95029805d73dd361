package io.queuejob.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/**
 * What a queued call must have besides its method and arguments. Each method fails with an {@link
 * AssertionFailedError} unless one of the calls that met all before meets it, too.
 */
public final class QueuedAssert {

  private final Expectation expected;
  private final List<TrappedJob> all;
  private final String remarks;
  private final List<Condition> conditions = new ArrayList<>();

  /**
   * One thing that is asked for.
   *
   * @param text shown with the expected call; empty for the call itself
   * @param name said of calls that do not meet it
   */
  private record Condition(
      String text, Function<TrappedJob, String> name, Predicate<TrappedJob> test) {}

  /**
   * What a call must have.
   *
   * @param remarks what may explain that it is missing
   */
  QueuedAssert(Expectation expected, List<TrappedJob> all, String remarks) {
    this.expected = expected;
    this.all = all;
    this.remarks = remarks;
    also(new Condition("", expected::argumentsThatDiffer, expected::hasArguments));
  }

  /** The job has this priority, given or declared. */
  public QueuedAssert withPriority(int priority) {
    return also("priority " + priority, "priority", job -> job.priority() == priority);
  }

  /**
   * The job is in this channel, given or declared.
   *
   * @param path with or without leading {@code root}
   */
  public QueuedAssert inChannel(String path) {
    String full = expected.fullPath().apply(path);
    return also("channel " + full, "channel", job -> job.channel().equals(full));
  }

  /** The job has so many attempts, given or declared. */
  public QueuedAssert withMaxRetries(int attempts) {
    return also("max retries " + attempts, "max retries", job -> job.maxRetries() == attempts);
  }

  /** The job has this text, with its arguments filled in. */
  public QueuedAssert withDescription(String text) {
    return also("'" + text + "'", "description", job -> job.description().equals(text));
  }

  /** The call was put off by this duration, as given. */
  public QueuedAssert withEta(Duration delay) {
    return also("eta " + delay, "eta", job -> Objects.equals(job.delay(), delay));
  }

  /** The call was put off until this instant, as given. */
  public QueuedAssert withEta(Instant instant) {
    return also("eta " + instant, "eta", job -> Objects.equals(job.eta(), instant));
  }

  /** The job has this identity key, given or made. */
  public QueuedAssert withIdentityKey(String key) {
    return also("identity key '" + key + "'", "identity key", job -> key.equals(job.identityKey()));
  }

  /** The job has no identity key. */
  public QueuedAssert withoutIdentityKey() {
    return also("no identity key", "identity key", job -> job.identityKey() == null);
  }

  /** The job waits for another one, as its graph says. */
  public QueuedAssert after(TrappedJob parent) {
    return also("after " + parent.method(), "parents", job -> job.parents().contains(parent.ref()));
  }

  /** The call was not put off. */
  public QueuedAssert withoutEta() {
    return also("no eta", "eta", job -> job.delay() == null && job.eta() == null);
  }

  /**
   * The job is as the matcher wants it.
   *
   * @param what says what that is, for the failure's text
   */
  public QueuedAssert matching(String what, Predicate<TrappedJob> matcher) {
    return also(what, what, matcher);
  }

  /** Exactly so many jobs meet all that was asked for. */
  public QueuedAssert times(int expectedCount) {
    int found = matches().size();
    if (found != expectedCount) {
      throw new AssertionFailedError(
          text("expected " + expectedCount + " times in the queue"), expectedCount, found);
    }
    return this;
  }

  /** The first job that meets all that was asked for. */
  public TrappedJob job() {
    return matches().get(0);
  }

  private QueuedAssert also(String text, String name, Predicate<TrappedJob> test) {
    return also(new Condition(text, job -> name, test));
  }

  private QueuedAssert also(Condition condition) {
    conditions.add(condition);
    if (matches().isEmpty()) {
      throw new AssertionFailedError(text("expected in the queue"));
    }
    return this;
  }

  private List<TrappedJob> matches() {
    return all.stream().filter(expected::hasMethod).filter(job -> unmet(job).isEmpty()).toList();
  }

  private List<Condition> unmet(TrappedJob job) {
    return conditions.stream().filter(condition -> !condition.test().test(job)).toList();
  }

  private String text(String expectation) {
    String options =
        conditions.stream()
            .map(Condition::text)
            .filter(text -> !text.isEmpty())
            .map(text -> ", " + text)
            .collect(Collectors.joining());
    return expectation
        + ":\n  "
        + expected.text()
        + options
        + "\n"
        + Listing.of(all, this::difference)
        + remarks;
  }

  /** What a call of the same method has that is not as expected. */
  private String difference(TrappedJob job) {
    if (expected.isNamesake(job)) {
      return expected.call().bean() == job.bean() ? "differs: parameters" : "differs: bean";
    } else if (!expected.hasMethod(job)) {
      return "";
    }
    List<Condition> unmet = unmet(job);
    return unmet.isEmpty()
        ? "this one"
        : "differs: "
            + unmet.stream().map(one -> one.name().apply(job)).collect(Collectors.joining(", "));
  }
}
