package io.queuejob.internal.codec.value;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The values that most calls carry, written without JSON-B: it costs a multiple, and numbers of any
 * size keep their digits.
 */
final class PlainValues {

  private static final Map<Class<?>, ValueCodec> CODECS = new HashMap<>();

  static {
    number(long.class, Long.class, JsonNumber::longValueExact);
    number(int.class, Integer.class, JsonNumber::intValueExact);
    number(short.class, Short.class, n -> n.bigDecimalValue().shortValueExact());
    number(byte.class, Byte.class, n -> n.bigDecimalValue().byteValueExact());
    both(double.class, Double.class, new Plain<>(PlainValues::real, PlainValues::toDouble));
    both(float.class, Float.class, new Plain<>(PlainValues::real, j -> (float) toDouble(j)));
    both(boolean.class, Boolean.class, new Plain<>(PlainValues::append, PlainValues::toBoolean));
    both(char.class, Character.class, text(s -> s.length() == 1 ? s.charAt(0) : null));
    CODECS.put(String.class, text(s -> s));
    CODECS.put(BigDecimal.class, new Plain<>(PlainValues::quote, PlainValues::toDecimal));
    CODECS.put(
        BigInteger.class, new Plain<>(PlainValues::quote, j -> toDecimal(j).toBigIntegerExact()));
    CODECS.put(UUID.class, text(UUID::fromString));
    CODECS.put(URI.class, text(URI::create));
    CODECS.put(Currency.class, text(Currency::getInstance));
    CODECS.put(
        Locale.class,
        new Plain<Locale>(
            (out, l) -> JsonText.quote(l.toLanguageTag(), out), read(Locale::forLanguageTag)));
    CODECS.put(byte[].class, new Plain<byte[]>(PlainValues::base64, read(PlainValues::bytes)));
    times();
  }

  private PlainValues() {}

  private static void times() {
    CODECS.put(Instant.class, text(Instant::parse));
    CODECS.put(LocalDate.class, text(LocalDate::parse));
    CODECS.put(LocalTime.class, text(LocalTime::parse));
    CODECS.put(LocalDateTime.class, text(LocalDateTime::parse));
    CODECS.put(OffsetDateTime.class, text(OffsetDateTime::parse));
    CODECS.put(OffsetTime.class, text(OffsetTime::parse));
    CODECS.put(ZonedDateTime.class, text(ZonedDateTime::parse));
    CODECS.put(Duration.class, text(Duration::parse));
    CODECS.put(Period.class, text(Period::parse));
    CODECS.put(Year.class, text(Year::parse));
    CODECS.put(YearMonth.class, text(YearMonth::parse));
    CODECS.put(MonthDay.class, text(MonthDay::parse));
    CODECS.put(ZoneId.class, text(ZoneId::of));
    CODECS.put(ZoneOffset.class, text(ZoneOffset::of));
  }

  /** The codec of a type; null if it is not plain. */
  static ValueCodec of(Class<?> type) {
    ValueCodec codec = CODECS.get(type);
    return codec == null && type.isEnum() ? enumeration(type) : codec;
  }

  private static ValueCodec enumeration(Class<?> type) {
    Map<String, Object> byName = new HashMap<>();
    for (Object constant : type.getEnumConstants()) {
      byName.put(((Enum<?>) constant).name(), constant);
    }
    return new Plain<Enum<?>>(
        (out, e) -> JsonText.quote(e.name(), out), read(name -> (Enum<?>) byName.get(name)));
  }

  private static <T extends Number> void number(
      Class<T> primitive, Class<T> wrapper, Function<JsonNumber, T> read) {
    both(primitive, wrapper, new Plain<T>(PlainValues::append, j -> read.apply((JsonNumber) j)));
  }

  private static void both(Class<?> primitive, Class<?> wrapper, Plain<?> codec) {
    CODECS.put(wrapper, codec);
    CODECS.put(primitive, codec.withoutNull());
  }

  private static <T> Plain<T> text(Function<String, T> parse) {
    return new Plain<>(PlainValues::quote, read(parse));
  }

  private static <T> Function<JsonValue, T> read(Function<String, T> parse) {
    return json -> parse.apply(((JsonString) json).getString());
  }

  private static void append(StringBuilder out, Object value) {
    out.append(value);
  }

  private static void quote(StringBuilder out, Object value) {
    JsonText.quote(value.toString(), out);
  }

  /** JSON has no word for "not a number" and the infinities: they are written as strings. */
  private static void real(StringBuilder out, Number value) {
    if (Double.isFinite(value.doubleValue())) {
      out.append(value);
    } else {
      quote(out, value);
    }
  }

  private static double toDouble(JsonValue json) {
    return json instanceof JsonString text
        ? Double.parseDouble(text.getString())
        : ((JsonNumber) json).doubleValue();
  }

  private static Boolean toBoolean(JsonValue json) {
    return switch (json.getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      default -> null;
    };
  }

  private static BigDecimal toDecimal(JsonValue json) {
    return json instanceof JsonString text
        ? new BigDecimal(text.getString())
        : ((JsonNumber) json).bigDecimalValue();
  }

  private static void base64(StringBuilder out, byte[] bytes) {
    out.append('"').append(Base64.getEncoder().encodeToString(bytes)).append('"');
  }

  private static byte[] bytes(String text) {
    return Base64.getDecoder().decode(text);
  }

  /** A plain type: how it is written, and how it is read (null if it cannot be). */
  private record Plain<T>(
      BiConsumer<StringBuilder, T> writer, Function<JsonValue, T> reader, boolean nullable)
      implements ValueCodec {

    Plain(BiConsumer<StringBuilder, T> writer, Function<JsonValue, T> reader) {
      this(writer, reader, true);
    }

    Plain<T> withoutNull() {
      return new Plain<>(writer, reader, false);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void write(Object value, StringBuilder out) {
      if (value == null) {
        out.append("null");
      } else {
        writer.accept(out, (T) value);
      }
    }

    @Override
    public Object read(JsonValue json) {
      if (json == JsonValue.NULL && nullable) {
        return null;
      }
      T value = null;
      RuntimeException cause = null;
      try {
        value = reader.apply(json);
      } catch (RuntimeException e) {
        cause = e;
      }
      if (value == null) {
        throw new Refusal(Refusal.Reason.TEXT, JsonText.shown(json), cause);
      }
      return value;
    }
  }
}
