package io.queuejob.internal.codec.value;

import jakarta.json.JsonValue;

/** Writes and reads the values of one declared type. Safe for use by many threads. */
public interface ValueCodec {

  /**
   * Appends the value as JSON.
   *
   * @param value of the declared type; null for types that are not primitive
   * @throws Refusal if it cannot be written
   */
  void write(Object value, StringBuilder out);

  /**
   * Reads what {@link #write} wrote.
   *
   * @return the value; null for a JSON null
   * @throws Refusal if the JSON does not fit
   */
  Object read(JsonValue json);
}
