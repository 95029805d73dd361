package io.queuejob.internal.codec;

import io.queuejob.internal.codec.secret.MaskedPayload;
import io.queuejob.internal.codec.secret.MaskedResult;
import io.queuejob.internal.codec.secret.SecretPaths;
import io.queuejob.internal.codec.value.Refusal;
import io.queuejob.internal.codec.value.ValueCodec;
import io.queuejob.internal.codec.value.ValueCodecs;
import io.queuejob.internal.job.Outcome;
import jakarta.json.JsonValue;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;

/** Writes and reads the arguments of one method, and writes what it returned. */
final class MethodCodec {

  private final Method method;
  private final ValueCodec[] parameters;
  private final List<String> secrets;
  private final String start;
  private final ValueCodec result;
  private final String resultSecret;

  private MethodCodec(Method method, ValueCodec[] parameters, ValueCodec result) {
    this.method = method;
    this.parameters = parameters;
    this.secrets = SecretPaths.of(method);
    this.start = ArgumentCodec.start(secrets);
    this.result = result;
    this.resultSecret = MaskedResult.paths(SecretPaths.ofResult(method));
  }

  /** How the payload of its calls begins. */
  String start() {
    return start;
  }

  /** The arguments as texts for people may use them: without what is secret. */
  Object[] shown(Object[] arguments) {
    if (secrets.isEmpty()) {
      return arguments;
    }
    Object[] shown = arguments.clone();
    for (int i = 0; i < shown.length; i++) {
      if (shown[i] != null && MaskedPayload.isIn(secrets, i)) {
        boolean whole = secrets.contains("/" + i);
        shown[i] = whole ? MaskedPayload.MASK : shown[i].getClass().getSimpleName();
      }
    }
    return shown;
  }

  /** A refusal's words may show the value. */
  private Refusal tellable(Refusal refusal, int index) {
    return MaskedPayload.isIn(secrets, index) ? refusal.withoutValue() : refusal;
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
    return new MethodCodec(method, parameters, result(method, codecs));
  }

  private static ValueCodec result(Method method, ValueCodecs codecs) {
    if (method.getReturnType() == void.class) {
      return null;
    }
    try {
      return codecs.of(method.getGenericReturnType());
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
        throw Messages.refused(method, i, tellable(refusal, i));
      }
    }
  }

  /** What the method returned; null if nothing. */
  Outcome.Done returned(Object value) {
    if (value == null) {
      return new Outcome.Done(null);
    }
    try {
      StringBuilder out = new StringBuilder();
      result.write(value, out);
      return new Outcome.Done(out.toString(), resultSecret);
    } catch (Refusal refusal) {
      throw Messages.resultRefused(resultSecret == null ? refusal : refusal.withoutValue());
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
        throw Messages.unreadable(method, i, tellable(refusal, i));
      }
    }
    return arguments;
  }
}
