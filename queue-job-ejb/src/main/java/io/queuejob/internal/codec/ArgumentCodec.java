package io.queuejob.internal.codec;

import io.queuejob.internal.codec.secret.MaskedPayload;
import io.queuejob.internal.codec.value.JsonText;
import io.queuejob.internal.codec.value.Refusal;
import io.queuejob.internal.codec.value.ValueCodec;
import io.queuejob.internal.codec.value.ValueCodecs;
import io.queuejob.internal.job.Outcome;
import io.queuejob.spi.EntityLoader;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.BinaryDataStrategy;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls as JSON text {@code {"v":1,"args":[…]}}, bound to the declared parameter types; one with
 * secret arguments has their paths in front of them, {@code "secret":["/0"]}. What a method's types
 * need is found out once per method. Safe for use by many threads.
 */
public final class ArgumentCodec {

  private static final int VERSION = 1;
  private static final String ARGUMENTS = "\"args\":[";
  private static final String HEAD = "{\"v\":" + VERSION + ",";
  private static final String START = HEAD + ARGUMENTS;
  private static final String END = "]}";

  private final JsonText json = new JsonText();
  private final FlatValues flat = new FlatValues();
  private final EntityLoader entities;
  private final ValueCodecs codecs;
  private final Map<Method, MethodCodec> methods = new ConcurrentHashMap<>();
  private final Map<Class<?>, ValueCodec> results = new ConcurrentHashMap<>();

  /** A codec that passes entities as references made and resolved by the loader. */
  public ArgumentCodec(EntityLoader entities) {
    this.entities = entities;
    JsonbConfig config =
        new JsonbConfig().withNullValues(true).withBinaryDataStrategy(BinaryDataStrategy.BASE_64);
    this.codecs = new ValueCodecs(JsonbBuilder.create(config), entities);
  }

  /**
   * What speaks against a method's parameter types, one text per parameter, each naming it. Needs
   * no persistence unit, so it can be asked while the application is being deployed.
   */
  public static List<String> problems(Method method) {
    List<String> problems = new ArrayList<>();
    Type[] types = method.getGenericParameterTypes();
    for (int i = 0; i < types.length; i++) {
      int index = i;
      ValueCodecs.refusal(types[i])
          .ifPresent(why -> problems.add(Messages.place(method, index) + ": " + why));
    }
    return problems;
  }

  /**
   * Checks that a method's parameter types and its result can be bound.
   *
   * @throws io.queuejob.api.error.CaptureException QJ1200 or QJ1205 naming the first that cannot
   */
  public void check(Method method) {
    codecOf(method);
  }

  /**
   * Writes a call's arguments.
   *
   * @param arguments as many as the method has parameters
   * @throws io.queuejob.api.error.CaptureException QJ1200 to QJ1203 naming the parameter
   */
  public String encode(Method method, Object[] arguments) {
    MethodCodec codec = codecOf(method);
    StringBuilder out = new StringBuilder(64).append(codec.start());
    codec.write(arguments, out);
    return out.append(END).toString();
  }

  /** The arguments as texts for people may use them: without what is secret. */
  public Object[] shown(Method method, Object[] arguments) {
    return codecOf(method).shown(arguments);
  }

  /**
   * The arguments of a payload as one JSON array, the names of objects sorted, so that the same
   * values give the same text.
   */
  public String canonical(String payload) {
    return JsonText.canonical(parsed(payload));
  }

  /** A short name of an entity, such as {@code Order 7}; of any other object its simple class. */
  public String label(Object value) {
    String type = value.getClass().getSimpleName();
    return entities.isEntity(value.getClass()) ? type + " " + entities.idOf(value) : type;
  }

  /**
   * Reads a call's arguments; entities are loaded in the transaction of the thread.
   *
   * @throws PayloadException QJ1220 to QJ1225 if the text does not fit the method
   */
  public Object[] decode(Method method, String payload) {
    List<JsonValue> arguments = null;
    if (payload.startsWith(START) && payload.endsWith(END)) {
      arguments = flat.read(payload, START.length(), payload.length() - END.length());
    }
    return codecOf(method).read(arguments == null ? parsed(payload) : arguments);
  }

  private List<JsonValue> parsed(String payload) {
    JsonObject envelope = envelope(payload);
    JsonValue version = envelope.get("v");
    if (!(version instanceof JsonNumber number) || !number.toString().equals("" + VERSION)) {
      throw Messages.unknownVersion(version == null ? "none" : JsonText.shown(version));
    }
    if (!(envelope.get("args") instanceof JsonArray arguments)) {
      throw Messages.notAnEnvelope(JsonText.shown(envelope), null);
    }
    return arguments;
  }

  /**
   * Writes what a method returned, and says what of it people do not see.
   *
   * @param value null for void methods, too
   * @return JSON text; null for null
   * @throws io.queuejob.api.error.CaptureException QJ1204 if it cannot be written
   */
  public Outcome.Done returned(Method method, Object value) {
    return codecOf(method).returned(value);
  }

  /**
   * Reads the text that {@link #returned} wrote.
   *
   * @param secret whether people do not see all of it; then no message shows any
   * @return the value; empty for null, and for a text that is no JSON
   * @throws PayloadException QJ1227 if it does not fit the type
   */
  public <T> Optional<T> decodeResult(String result, Class<T> type, boolean secret) {
    if (result == null) {
      return Optional.empty();
    }
    JsonValue value;
    try {
      value = json.parse(result);
    } catch (JsonException isText) {
      return Optional.empty();
    }
    try {
      @SuppressWarnings("unchecked") // the codec of a type reads values of it
      T read = (T) results.computeIfAbsent(type, codecs::of).read(value);
      return Optional.ofNullable(read);
    } catch (Refusal refusal) {
      throw Messages.resultUnreadable(type, secret ? refusal.withoutValue() : refusal);
    }
  }

  /** Writes what is carried over from the caller; null for an empty map. */
  public static String encodeContext(Map<String, String> context) {
    if (context.isEmpty()) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    context.forEach(
        (key, value) -> {
          out.append(out.isEmpty() ? '{' : ',');
          JsonText.quote(key, out);
          out.append(':');
          JsonText.quote(value, out);
        });
    return out.append('}').toString();
  }

  /**
   * Reads what {@link #encodeContext} wrote; empty for null.
   *
   * @throws PayloadException QJ1226 if it is no JSON object of texts
   */
  public Map<String, String> decodeContext(String context) {
    Map<String, String> map = new LinkedHashMap<>();
    if (context == null) {
      return map;
    }
    try {
      JsonObject object = json.parse(context).asJsonObject();
      object.forEach((key, value) -> map.put(key, ((JsonString) value).getString()));
      return map;
    } catch (JsonException | ClassCastException e) {
      throw Messages.badContext(context, e);
    }
  }

  private JsonObject envelope(String payload) {
    JsonValue parsed;
    try {
      parsed = json.parse(payload);
    } catch (JsonException e) {
      throw Messages.notAnEnvelope("text that is not JSON: " + e.getMessage(), e);
    }
    if (parsed instanceof JsonObject object) {
      return object;
    }
    throw Messages.notAnEnvelope(JsonText.shown(parsed), null);
  }

  /** How the payload of a call begins whose arguments have these secrets. */
  static String start(List<String> secrets) {
    return HEAD + MaskedPayload.member(secrets) + ARGUMENTS;
  }

  private MethodCodec codecOf(Method method) {
    MethodCodec known = methods.get(method);
    if (known == null) {
      known = MethodCodec.of(method, codecs);
      methods.put(method, known);
    }
    return known;
  }
}
