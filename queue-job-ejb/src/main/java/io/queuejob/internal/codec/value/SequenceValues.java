package io.queuejob.internal.codec.value;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/** Lists, sets and arrays, element by element, so that entities in them are references too. */
final class SequenceValues implements ValueCodec {

  private final ValueCodec element;
  private final Function<List<Object>, Object> collect;

  private SequenceValues(ValueCodec element, Function<List<Object>, Object> collect) {
    this.element = element;
    this.collect = collect;
  }

  static SequenceValues list(ValueCodec element) {
    return new SequenceValues(element, values -> values);
  }

  static SequenceValues set(ValueCodec element) {
    return new SequenceValues(element, LinkedHashSet::new);
  }

  static SequenceValues array(Class<?> componentType, ValueCodec element) {
    return new SequenceValues(
        element,
        values -> {
          Object array = Array.newInstance(componentType, values.size());
          for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, values.get(i));
          }
          return array;
        });
  }

  @Override
  public void write(Object value, StringBuilder out) {
    if (value == null) {
      out.append("null");
      return;
    }
    out.append('[');
    int start = out.length();
    if (value instanceof Collection<?> collection) {
      collection.forEach(e -> next(e, start, out));
    } else {
      for (int i = 0; i < Array.getLength(value); i++) {
        next(Array.get(value, i), start, out);
      }
    }
    out.append(']');
  }

  private void next(Object value, int start, StringBuilder out) {
    if (out.length() > start) {
      out.append(',');
    }
    element.write(value, out);
  }

  @Override
  public Object read(JsonValue json) {
    if (json == JsonValue.NULL) {
      return null;
    }
    if (!(json instanceof JsonArray array)) {
      throw new Refusal(Refusal.Reason.TEXT, JsonText.shown(json));
    }
    List<Object> values = new ArrayList<>(array.size());
    for (JsonValue each : array) {
      values.add(element.read(each));
    }
    return collect.apply(values);
  }
}
