package io.queuejob.internal.capture.memory;

import io.queuejob.internal.capture.declare.Declarations;
import io.queuejob.spi.CallRecorder;
import io.queuejob.spi.EntityLoader;
import java.lang.reflect.Method;
import java.time.InstantSource;

/** The engine's answer to who asks for a {@link CallRecorder}. */
public final class MemoryRecorderProvider implements CallRecorder.Provider {

  @Override
  public CallRecorder recorder(
      EntityLoader entities, InstantSource clock, CallRecorder.Receiver receiver) {
    return new MemoryRecorder(entities, clock, receiver);
  }

  @Override
  public boolean isDelayed(Class<?> bean, Method method) {
    return Declarations.of(bean, method).isPresent();
  }
}
