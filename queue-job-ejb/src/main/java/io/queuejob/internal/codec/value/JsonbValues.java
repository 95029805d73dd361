package io.queuejob.internal.codec.value;

import io.queuejob.internal.codec.value.Refusal.Reason;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.lang.reflect.Type;

/** Values of any other type, by JSON-B. The first value of a type is read back as a check. */
final class JsonbValues implements ValueCodec {

  private final Jsonb jsonb;
  private final Type type;
  private final Class<?> exact;
  private volatile boolean proven;

  JsonbValues(Jsonb jsonb, Type type) {
    this.jsonb = jsonb;
    this.type = type;
    this.exact = exactClass(RawType.of(type));
  }

  /** The class that a value must have, since a subclass would come back as it; null if any. */
  private static Class<?> exactClass(Class<?> raw) {
    return RawType.isOfPlatform(raw)
            || raw.isInterface()
            || TypeRules.isAdapted(raw)
            || raw.isAnnotationPresent(JsonbTypeInfo.class)
        ? null
        : raw;
  }

  @Override
  public void write(Object value, StringBuilder out) {
    if (value == null) {
      out.append("null");
      return;
    }
    if (exact != null && value.getClass() != exact) {
      throw new Refusal(
          Reason.SUBCLASS,
          "expected an object of exactly "
              + exact.getName()
              + ", found its subclass "
              + value.getClass().getName()
              + "; declare the subclass, or annotate the type with @JsonbTypeInfo");
    }
    String text = toJson(value);
    if (!proven) {
      prove(text);
    }
    out.append(text);
  }

  private String toJson(Object value) {
    try {
      return jsonb.toJson(value, type);
    } catch (RuntimeException | StackOverflowError e) {
      throw new Refusal(
          Reason.VALUE,
          "expected a value that JSON-B can write, found one that raises "
              + reason(e)
              + "; pass plain data, such as a record",
          e);
    }
  }

  private void prove(String text) {
    try {
      jsonb.fromJson(text, type);
      proven = true;
    } catch (RuntimeException e) {
      throw new Refusal(
          Reason.TYPE,
          "expected a type that JSON-B can read back, found that it raises "
              + reason(e)
              + "; give it a public constructor without parameters, or use a public record",
          e);
    }
  }

  @Override
  public Object read(JsonValue json) {
    try {
      return jsonb.fromJson(json.toString(), type);
    } catch (RuntimeException e) {
      throw new Refusal(Reason.TEXT, JsonText.shown(json) + " (" + reason(e) + ")", e);
    }
  }

  private static String reason(Throwable e) {
    return e.getMessage() == null ? e.getClass().getName() : e.getMessage();
  }
}
