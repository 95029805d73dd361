package io.queuejob.internal.codec;

import io.queuejob.api.call.Secret;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Methods whose parameter types the tests bind, and the types that they use. */
public class Calls<T> {

  public record Size(int width, int height) {}

  public record Picture(String name, List<Size> sizes, Map<String, BigDecimal> prices, Size main) {}

  public static class Bean {
    private String text;
    private LocalDate day;

    public String getText() {
      return text;
    }

    public void setText(String text) {
      this.text = text;
    }

    public LocalDate getDay() {
      return day;
    }

    public void setDay(LocalDate day) {
      this.day = day;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bean b && Objects.equals(text, b.text) && Objects.equals(day, b.day);
    }

    @Override
    public int hashCode() {
      return Objects.hash(text, day);
    }
  }

  public static class LargerBean extends Bean {}

  public static class Closed {
    public Closed(String only) {}
  }

  public static class HoldsStream {
    public InputStream content;
  }

  public static class HoldsEntity {
    public Order order;
  }

  public static class Failing {
    public String getText() {
      throw new IllegalStateException("not now");
    }
  }

  public static class OneWay {
    private final String text;

    @JsonbCreator
    public OneWay(@JsonbProperty("other") String text) {
      this.text = Objects.requireNonNull(text);
    }

    public String getText() {
      return text;
    }
  }

  public class Inner {}

  public interface Shape {}

  public void none() {}

  public void numbers(long a, int b, short c, byte d, double e, float f, boolean g, char h) {}

  public void boxed(Long a, Integer b, Double c, Boolean d, Character e, Short f, Byte g) {}

  public void texts(String a, UUID b, DayOfWeek c, Locale d, byte[] e) {}

  public void amounts(BigDecimal a, BigInteger b) {}

  public void times(Instant a, LocalDate b, Duration c) {}

  public void records(Picture a, List<Size> b, Map<String, Size> c, Size[] d) {}

  public void collections(Set<Long> a, Collection<String> b, List<List<Integer>> c, int[] d) {}

  public void others(Bean a, Date b, Optional<String> c, Map<DayOfWeek, Integer> d) {}

  public void wildcard(List<? extends Size> a) {}

  public void order(Order order, List<Order> orders) {}

  public void stream(int first, InputStream content) {}

  public void function(Supplier<String> supplier) {}

  public void streamOf(Stream<String> names) {}

  public void object(Object any) {}

  public void anything(List<?> any) {}

  public void raw(@SuppressWarnings("rawtypes") List any) {}

  public void variable(T any) {}

  public void inner(Inner any) {}

  public void shape(Shape any) {}

  public void closed(Closed any) {}

  public void thread(Thread any) {}

  public void holdsStream(HoldsStream any) {}

  public void holdsEntity(HoldsEntity any) {}

  public void bean(Bean any) {}

  public void failing(Failing any) {}

  public void oneWay(OneWay any) {}

  public int returnsNumber() {
    return 5;
  }

  public Size returnsSize() {
    return new Size(1, 2);
  }

  @Secret
  public OneWay returnsSecret() {
    return new OneWay("hush");
  }

  public Thread returnsThread() {
    return null;
  }

  static Method method(String name) {
    return Arrays.stream(Calls.class.getMethods())
        .filter(m -> m.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
