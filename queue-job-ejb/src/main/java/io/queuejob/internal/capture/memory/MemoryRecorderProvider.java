package io.queuejob.internal.capture.memory;

import io.queuejob.spi.CallRecorder;
import io.queuejob.spi.CapturedCall;
import io.queuejob.spi.EntityLoader;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The engine's answer to who asks for a {@link CallRecorder}. */
public final class MemoryRecorderProvider implements CallRecorder.Provider {

  @Override
  public CallRecorder recorder(
      EntityLoader entities, InstantSource clock, Consumer<CapturedCall> receiver) {
    return new MemoryRecorder(entities, clock, receiver);
  }
}
