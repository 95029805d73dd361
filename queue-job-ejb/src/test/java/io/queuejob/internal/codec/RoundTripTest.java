package io.queuejob.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.internal.codec.Calls.Bean;
import io.queuejob.internal.codec.Calls.Picture;
import io.queuejob.internal.codec.Calls.Size;
import io.queuejob.internal.job.Outcome;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoundTripTest {

  private final FewEntities entities = new FewEntities();
  private final ArgumentCodec codec = new ArgumentCodec(entities);

  private Object[] roundTrip(String method, Object... arguments) {
    return codec.decode(Calls.method(method), codec.encode(Calls.method(method), arguments));
  }

  private void comesBack(String method, Object... arguments) {
    assertThat(roundTrip(method, arguments)).isEqualTo(arguments);
  }

  @Test
  void a_call_without_arguments_is_the_shortest_envelope() {
    assertThat(codec.encode(Calls.method("none"), new Object[0]))
        .isEqualTo("{\"v\":1,\"args\":[]}");
    comesBack("none");
  }

  @Test
  void primitives_come_back_with_all_their_digits() {
    comesBack("numbers", Long.MIN_VALUE, 5, (short) -7, (byte) 127, 0.1, 1.5e-10f, true, '"');
    comesBack(
        "numbers", Long.MAX_VALUE, 5, (short) 7, (byte) 1, Double.NaN, Float.MAX_VALUE, false, 'ü');
  }

  @Test
  void null_is_an_argument_like_any_other() {
    comesBack("boxed", new Object[7]);
    comesBack("texts", new Object[5]);
    comesBack("records", new Object[4]);
    comesBack("order", new Object[2]);
  }

  @Test
  void texts_come_back_with_every_character() {
    String text = "ä \u0000 \n \" \\ / \uD83D\uDE00 lone \uD800 日本";
    comesBack(
        "texts", text, new UUID(1, 2), DayOfWeek.FRIDAY, Locale.GERMANY, new byte[] {-1, 0, 7});
  }

  @Test
  void amounts_and_times_keep_scale_and_nanoseconds() {
    comesBack("amounts", new BigDecimal("1.10"), new BigInteger("9".repeat(400)));
    comesBack(
        "times", Instant.parse("2026-01-01T00:00:00.123456789Z"), LocalDate.EPOCH, Duration.ZERO);
  }

  @Test
  void records_come_back_alone_in_lists_in_maps_and_in_arrays() {
    Picture picture =
        new Picture("p", List.of(new Size(1, 2)), Map.of("a", new BigDecimal("1.10")), null);
    comesBack(
        "records",
        picture,
        Arrays.asList(new Size(1, 2), null),
        Map.of("x", new Size(3, 4)),
        new Size[] {new Size(5, 6)});
  }

  @Test
  void a_wildcard_stands_for_its_bound() {
    comesBack("wildcard", List.of(new Size(1, 2)));
  }

  @Test
  void collections_of_plain_values_come_back_in_order() {
    comesBack(
        "collections",
        Set.of(1L),
        List.of("a", "b"),
        List.of(List.of(1), List.of(2, 3)),
        new int[] {4, 5});
  }

  @Test
  void beans_dates_and_optionals_go_by_jsonb() {
    Bean bean = new Bean();
    bean.setText("t");
    comesBack("others", bean, new Date(5000), Optional.of("o"), Map.of(DayOfWeek.MONDAY, 1));
  }

  @Test
  void entities_travel_as_class_and_id() {
    Order order = new Order(7L);
    entities.orders.put(7L, order);
    Object[] arguments = {new Order.Woven(7L), List.of(order)};
    String reference = "{\"@entity\":\"" + Order.class.getName() + "\",\"id\":7}";

    String text = codec.encode(Calls.method("order"), arguments);

    assertThat(text).isEqualTo("{\"v\":1,\"args\":[" + reference + ",[" + reference + "]]}");
    assertThat(codec.decode(Calls.method("order"), text))
        .isEqualTo(new Object[] {order, List.of(order)});
  }

  @Test
  void an_entity_is_called_by_its_class_and_id_in_texts() {
    assertThat(codec.label(new Order(7L))).isEqualTo("Order 7");
    assertThat(codec.label(new Bean())).isEqualTo("Bean");
  }

  @Test
  void results_are_json_and_null_for_nothing() {
    assertThat(codec.returned(Calls.method("none"), null).result()).isNull();
    assertThat(codec.returned(Calls.method("returnsNumber"), 5))
        .isEqualTo(new Outcome.Done("5", null));
    assertThat(codec.returned(Calls.method("returnsSize"), new Size(1, 2)).result())
        .isEqualTo("{\"height\":2,\"width\":1}");
  }

  @Test
  void context_is_a_map_of_texts() {
    Map<String, String> context = Map.of("locale", "de\"DE");
    assertThat(codec.decodeContext(ArgumentCodec.encodeContext(context))).isEqualTo(context);
    assertThat(ArgumentCodec.encodeContext(Map.of())).isNull();
    assertThat(codec.decodeContext(null)).isEmpty();
  }
}
