package io.queuejob.internal.codec;

import io.queuejob.internal.codec.value.Refusal;
import io.queuejob.internal.codec.value.ValueCodec;
import io.queuejob.internal.codec.value.ValueCodecs;
import jakarta.json.JsonValue;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;

/** Writes and reads the arguments of one method. */
final class MethodCodec {

  private final Method method;
  private final ValueCodec[] parameters;

  private MethodCodec(Method method, ValueCodec[] parameters) {
    this.method = method;
    this.parameters = parameters;
  }

  /**
   * The codec of a method.
   *
   * @throws io.queuejob.api.error.CaptureException if a parameter or the result can never be bound
   */
  static MethodCodec of(Method method, ValueCodecs codecs) {
    Type[] types = method.getGenericParameterTypes();
    ValueCodec[] parameters = new ValueCodec[types.length];
    for (int i = 0; i < types.length; i++) {
      try {
        parameters[i] = codecs.of(types[i]);
      } catch (Refusal refusal) {
        throw Messages.refused(method, i, refusal);
      }
    }
    if (method.getReturnType() != void.class) {
      checkResult(method, codecs);
    }
    return new MethodCodec(method, parameters);
  }

  private static void checkResult(Method method, ValueCodecs codecs) {
    try {
      codecs.of(method.getGenericReturnType());
    } catch (Refusal refusal) {
      throw Messages.resultTypeRefused(method, refusal);
    }
  }

  void write(Object[] arguments, StringBuilder out) {
    for (int i = 0; i < parameters.length; i++) {
      if (i > 0) {
        out.append(',');
      }
      try {
        parameters[i].write(arguments[i], out);
      } catch (Refusal refusal) {
        throw Messages.refused(method, i, refusal);
      }
    }
  }

  Object[] read(List<JsonValue> json) {
    if (json.size() != parameters.length) {
      throw Messages.wrongCount(method, json.size());
    }
    Object[] arguments = new Object[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      try {
        arguments[i] = parameters[i].read(json.get(i));
      } catch (Refusal refusal) {
        throw Messages.unreadable(method, i, refusal);
      }
    }
    return arguments;
  }
}
