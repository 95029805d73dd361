package io.queuejob.internal.capture;

import io.queuejob.api.JobRef;
import io.queuejob.api.error.QueueJobException;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.bean.RegisteredBean;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.port.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

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

  /**
   * Capture over its ports.
   *
   * @param maxPayloadBytes largest arguments of one call, in UTF-8 bytes
   */
  public Capture(ArgumentCodec codec, CapturePorts ports, int maxPayloadBytes) {
    this.codec = codec;
    this.ports = ports;
    this.maxPayloadBytes = maxPayloadBytes;
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
    if (ports.inline().isOn()) {
      JobRef ref = new JobRef(UUID.randomUUID());
      ports.inline().run(ref, function, arguments);
      return ref;
    }
    JobRequest request = request(bean, function, arguments, terms);
    Transactions transactions = ports.transactions();
    if (!transactions.isActive()) {
      inOwnTransaction(request);
    } else if (transactions.isMarkedForRollback()) {
      throw Messages.markedForRollback(function.name());
    } else {
      write(request);
    }
    return new JobRef(request.uuid());
  }

  /** The instant of a call, by the database's clock as this node estimates it. */
  Instant now() {
    return ports.clock().now();
  }

  private JobRequest request(
      RegisteredBean bean, DelayedFunction function, Object[] arguments, Terms terms) {
    String payload = codec.encode(function.method(), arguments);
    checkSize(function, payload);
    CallTerms call = terms.call();
    String template = call.description();
    if (template == null || template.isEmpty()) {
      template = bean.type().getSimpleName() + "." + function.method().getName();
    }
    return new JobRequest(
        UUID.randomUUID(),
        function.name(),
        call.channel(),
        call.schedule(now(), terms.eta()),
        Description.of(template, arguments, codec::label),
        ports.caller().get(),
        null,
        new JobRequest.Payload(
            payload, null, ports.related().of(bean, function, arguments, payload)));
  }

  private void checkSize(DelayedFunction function, String payload) {
    if (payload.length() * 3L > maxPayloadBytes) {
      int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > maxPayloadBytes) {
        throw Messages.tooLarge(function.name(), bytes, maxPayloadBytes);
      }
    }
  }

  private void inOwnTransaction(JobRequest request) {
    try {
      ports
          .transactions()
          .inNew(
              OWN_TRANSACTION,
              () -> {
                write(request);
                return null;
              });
    } catch (QueueJobException e) {
      throw e;
    } catch (Exception e) {
      throw Messages.ownTransactionFailed(request.function(), e);
    }
  }

  private void write(JobRequest request) {
    int number = ports.functions().numberOf(request.function());
    try {
      ports.store().store(request, number);
    } catch (IllegalStateException e) {
      throw Messages.transactionIsCompleting(request.function(), e);
    }
    ports.transactions().afterCommit(() -> ports.doorbell().ring(number, request.channel()));
  }

  /**
   * Terms of one call.
   *
   * @param call what the declaration and the call say
   * @param eta not before; null for at once
   */
  record Terms(CallTerms call, Instant eta) {}
}
