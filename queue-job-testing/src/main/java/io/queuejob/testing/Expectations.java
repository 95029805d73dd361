package io.queuejob.testing;

import io.queuejob.api.DelayOptions;
import io.queuejob.api.call.BeanCall;
import io.queuejob.spi.CallRecorder;
import io.queuejob.spi.CapturedCall;
import io.queuejob.spi.EntityLoader;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Records the calls that a test expects, apart from the trap. It has entities of its own, so that
 * an expected one never takes the place of one that was passed.
 */
final class Expectations {

  private final Supplier<EntityLoader> entities;
  private CallRecorder recorder;
  private CapturedCall last;

  Expectations(Supplier<EntityLoader> entities) {
    this.entities = entities;
  }

  <T> Expectation of(Class<T> bean, BeanCall<T> call) {
    return new Expectation(
        record(bean, call, options -> options),
        path -> record(bean, call, options -> options.channel(path)).channel());
  }

  private synchronized <T> CapturedCall record(
      Class<T> bean, BeanCall<T> call, UnaryOperator<DelayOptions<T>> options) {
    if (recorder == null) {
      recorder =
          CallRecorder.of(entities.get(), InstantSource.system(), recorded -> last = recorded);
    }
    options.apply(recorder.withDelay(bean)).call(call);
    return last;
  }
}
