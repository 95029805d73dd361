package io.queuejob.internal.capture;

import io.queuejob.api.JobRef;
import io.queuejob.api.call.CallDetails;
import io.queuejob.api.error.QueueJobException;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.bean.RegisteredBean;
import io.queuejob.internal.capture.graph.GraphDelay;
import io.queuejob.internal.capture.graph.GraphPorts;
import io.queuejob.internal.capture.graph.Recorded;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.job.StoredJob;
import io.queuejob.internal.port.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The one place where a call becomes a job: encodes it, checks it, and stores it in the caller's
 * transaction, or in one of its own if none is active. Rings after the commit. Safe for use by many
 * threads.
 */
public final class Capture {

  private static final Duration OWN_TRANSACTION = Duration.ofSeconds(30);

  private final ArgumentCodec codec;
  private final CapturePorts ports;
  private final int maxPayloadBytes;
  private final GraphDelay graphs;

  /**
   * Capture over its ports.
   *
   * @param maxPayloadBytes largest arguments of one call, in UTF-8 bytes
   */
  public Capture(ArgumentCodec codec, CapturePorts ports, int maxPayloadBytes) {
    this.codec = codec;
    this.ports = ports;
    this.maxPayloadBytes = maxPayloadBytes;
    this.graphs =
        new GraphDelay(
            new GraphPorts(
                this::inTransaction,
                ports.transactions(),
                ports.graphs(),
                ports.functions(),
                ports.doorbell(),
                ports.inline()));
  }

  /**
   * Stores a call.
   *
   * @param bean the bean that is called
   * @param function its function
   * @param arguments of the call
   * @param terms where, when and how often
   * @return its reference; of a call that ran at once, one that no job has
   * @throws QueueJobException if it cannot be stored; nothing was written then
   */
  JobRef store(RegisteredBean bean, DelayedFunction function, Object[] arguments, Terms terms) {
    Optional<JobRef> ran = ranAtOnce(function, arguments);
    if (ran.isPresent()) {
      return ran.get();
    }
    return store(request(recorded(bean, function, arguments), bean, terms, Details.NONE));
  }

  /** Runs a call at once where that is wanted; empty if it is to be stored. */
  Optional<JobRef> ranAtOnce(DelayedFunction function, Object[] arguments) {
    if (!ports.inline().isOn()) {
      return Optional.empty();
    }
    JobRef ref = new JobRef(UUID.randomUUID());
    ports.inline().run(ref, function, arguments);
    return Optional.of(ref);
  }

  /** Stores what is to be stored of a call. */
  JobRef store(JobRequest request) {
    return new JobRef(inTransaction(request.function(), () -> write(request)).uuid());
  }

  /**
   * Runs work in the caller's transaction, or in one of its own if none is active.
   *
   * @param what is stored, for messages
   */
  private <T> T inTransaction(String what, Supplier<T> work) {
    Transactions transactions = ports.transactions();
    if (!transactions.isActive()) {
      return inOwnTransaction(what, work);
    } else if (transactions.isMarkedForRollback()) {
      throw Messages.markedForRollback(what);
    }
    return inCallers(what, work);
  }

  private static <T> T inCallers(String what, Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalStateException e) {
      throw Messages.transactionIsCompleting(what, e);
    }
  }

  /** Graphs that are stored as single calls are: the same checks, the same transaction. */
  GraphDelay graphs() {
    return graphs;
  }

  /** The instant of a call, by the database's clock as this node estimates it. */
  Instant now() {
    return ports.clock().now();
  }

  /** Terms that a declaration gives, as the configuration of the function changes them. */
  CallTerms configured(DelayedFunction function, CallTerms declared) {
    return declared.configured(ports.functions().settingsOf(function.name()));
  }

  /** A call with its arguments as they are now (S-DL-08). */
  Recorded recorded(RegisteredBean bean, DelayedFunction function, Object[] arguments) {
    String payload = codec.encode(function.method(), arguments);
    checkSize(function, payload);
    return new Recorded(bean.name(), function, arguments, payload);
  }

  /** What is to be stored of a call. */
  JobRequest request(Recorded recorded, RegisteredBean bean, Terms terms, Details details) {
    CallTerms call = terms.call();
    DelayedFunction function = recorded.function();
    String template = call.description();
    if (template == null || template.isEmpty()) {
      template = bean.type().getSimpleName() + "." + function.method().getName();
    }
    Instant now = now();
    UUID uuid = JobRequest.uuidAt(now);
    return new JobRequest(
        uuid,
        function.name(),
        call.channel(),
        call.schedule(now, terms.eta()),
        Description.of(
            template,
            details.suffix(),
            codec.shown(function.method(), recorded.arguments()),
            codec::label),
        ports.caller().get(),
        details.identity(),
        new JobRequest.Payload(
            recorded.payload(),
            ports.context().of(uuid, function.name(), call.channel().text()),
            ports.related().of(bean, recorded.function(), recorded.arguments(), recorded.payload()),
            ports.attributes().of(bean.type(), function.method(), recorded.arguments())));
  }

  /** A call as the function of its identity key sees it. */
  CallDetails details(Recorded recorded) {
    String function = recorded.function().name();
    return new CallDetails(
        recorded.bean(),
        function.substring(recorded.bean().length() + 1),
        codec.canonical(recorded.payload()));
  }

  private void checkSize(DelayedFunction function, String payload) {
    if (payload.length() * 3L > maxPayloadBytes) {
      int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > maxPayloadBytes) {
        throw Messages.tooLarge(function.name(), bytes, maxPayloadBytes);
      }
    }
  }

  private <T> T inOwnTransaction(String what, Supplier<T> work) {
    try {
      return ports.transactions().inNew(OWN_TRANSACTION, () -> inCallers(what, work));
    } catch (QueueJobException e) {
      throw e;
    } catch (Exception e) {
      throw Messages.ownTransactionFailed(what, e);
    }
  }

  private StoredJob write(JobRequest request) {
    int number = ports.functions().numberOf(request.function());
    StoredJob stored = ports.store().store(request, number);
    // a twin that was there already may have been passed over while this caller held it
    ports.transactions().afterCommit(() -> ports.doorbell().ring(number, request.channel()));
    return stored;
  }

  /**
   * Terms of one call.
   *
   * @param call what the declaration and the call say
   * @param eta not before; null for at once
   */
  record Terms(CallTerms call, Instant eta) {}

  /**
   * What a call has beside its terms.
   *
   * @param suffix follows the description
   * @param identity null for none
   */
  record Details(String suffix, JobRequest.Identity identity) {
    static final Details NONE = new Details("", null);
  }
}
