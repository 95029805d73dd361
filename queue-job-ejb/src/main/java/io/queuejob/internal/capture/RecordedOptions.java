package io.queuejob.internal.capture;

import io.queuejob.api.DelayOptions;
import io.queuejob.api.JobRef;
import io.queuejob.api.call.BeanCall;
import io.queuejob.internal.capture.graph.Recorded;
import io.queuejob.internal.capture.graph.Recording;
import io.queuejob.internal.capture.option.Options;

/** Options of one recorded call, which is stored at once. */
final class RecordedOptions<T> extends Options<DelayOptions<T>> implements DelayOptions<T> {

  private final Recording<T> recording;
  private final Capture capture;

  RecordedOptions(Recording<T> recording, Capture capture) {
    this.recording = recording;
    this.capture = capture;
  }

  @Override
  protected DelayOptions<T> self() {
    return this;
  }

  @Override
  public JobRef call(BeanCall<T> call) {
    Recorded recorded = recording.record(call);
    return capture
        .ranAtOnce(recorded.function(), recorded.arguments())
        .orElseGet(() -> capture.store(recording.request(recorded, this, "")));
  }
}
