package io.queuejob.internal.capture;

import io.queuejob.api.call.BeanCall;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.bean.RegisteredBean;
import io.queuejob.internal.capture.declare.Declarations;
import io.queuejob.internal.capture.graph.Recorded;
import io.queuejob.internal.capture.graph.Recording;
import io.queuejob.internal.capture.option.Options;
import io.queuejob.internal.capture.standin.RecordedCall;
import io.queuejob.internal.capture.standin.StandIns;
import io.queuejob.internal.job.JobRequest;
import java.util.Objects;

/**
 * Calls of one bean, recorded upon a stand-in; what no option says comes from the declaration of
 * the method.
 */
final class BeanRecording<T> implements Recording<T> {

  private final Class<T> type;
  private final RegisteredBean bean;
  private final StandIns standIns;
  private final Capture capture;

  BeanRecording(Class<T> type, RegisteredBean bean, StandIns standIns, Capture capture) {
    this.type = type;
    this.bean = bean;
    this.standIns = standIns;
    this.capture = capture;
  }

  @Override
  public String bean() {
    return bean.name();
  }

  @Override
  public Recorded record(BeanCall<T> call) {
    RecordedCall recorded = standIns.record(type, Objects.requireNonNull(call, "call"));
    DelayedFunction function =
        bean.function(recorded.method())
            .orElseThrow(() -> Messages.noBusinessMethod(bean, recorded.method()));
    return capture.recorded(bean, function, recorded.arguments());
  }

  @Override
  public Recorded with(Recorded call, Object[] arguments) {
    return capture.recorded(bean, call.function(), arguments);
  }

  @Override
  public JobRequest request(Recorded call, Options<?> options, String suffix) {
    CallTerms declared =
        capture.configured(
            call.function(),
            Declarations.of(bean.type(), call.function().method())
                .map(CallTerms::of)
                .orElse(CallTerms.DEFAULT));
    CallTerms terms =
        new CallTerms(
            options.channelOr(declared.channel()),
            options.descriptionOr(declared.description()),
            options.priorityOr(declared.priority()),
            options.maxRetriesOr(declared.maxRetries()),
            declared.timeoutSeconds());
    return capture.request(
        call,
        bean,
        new Capture.Terms(terms, options.notBefore(capture.now())),
        new Capture.Details(
            suffix, options.hasIdentityKey() ? options.identity(capture.details(call)) : null));
  }
}
