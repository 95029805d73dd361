package io.queuejob.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.error.CaptureException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedArgumentTest {

  private final ArgumentCodec codec = new ArgumentCodec(new FewEntities());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
stream      | found java.io.InputStream; pass the content as byte[]
function    | found the functional type java.util.function.Supplier; pass what the
streamOf    | found java.util.stream.Stream; pass a List
object      | found java.lang.Object; declare the class that is passed
anything    | found java.lang.Object; declare the class that is passed, or a type argument
raw         | found the raw type java.util.List; declare what it holds
variable    | found the type variable T; override the method in the bean
inner       | Calls$Inner; declare it static, or make it a record
shape       | found the interface io.queuejob.internal.codec.Calls$Shape; declare a concrete
closed      | Calls$Closed without one; add it, or mark a constructor with @JsonbCreator
thread      | found java.lang.Thread; get it in the job itself
holdsStream | (held by io.queuejob.internal.codec.Calls$HoldsStream)
holdsEntity | the entity io.queuejob.internal.codec.Order inside another type; pass its id
""")
  void a_type_that_can_never_be_bound_is_refused_with_the_cure(String method, String part) {
    assertThatThrownBy(() -> codec.check(Calls.method(method)))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("QJ1200 Calls." + method + ", parameter {")
        .hasMessageContaining("expected ")
        .hasMessageContaining(part);
    assertThat(ArgumentCodec.problems(Calls.method(method)))
        .as("the same is found at deployment")
        .singleElement()
        .asString()
        .contains(part);
  }

  @Test
  void the_text_names_parameter_index_and_type() {
    assertThatThrownBy(() -> codec.check(Calls.method("stream")))
        .hasMessage(
            "QJ1200 Calls.stream, parameter {1} 'content' of type java.io.InputStream: expected a"
                + " type that means the same in another process, found java.io.InputStream; pass"
                + " the content as byte[] or text, or where to find it");
  }

  @Test
  void types_that_can_be_bound_have_no_problems() {
    for (String method :
        List.of("numbers", "records", "collections", "others", "order", "wildcard")) {
      assertThat(ArgumentCodec.problems(Calls.method(method))).as(method).isEmpty();
    }
  }

  @Test
  void a_subclass_that_would_come_back_as_its_superclass_is_refused() {
    Object[] larger = {new Calls.LargerBean()};
    assertThatThrownBy(() -> codec.encode(Calls.method("bean"), larger))
        .hasMessageStartingWith("QJ1202 Calls.bean, parameter {0} 'any'")
        .hasMessageContaining("found its subclass io.queuejob.internal.codec.Calls$LargerBean");
  }

  @Test
  void a_value_that_jsonb_cannot_write_is_refused() {
    Object[] failing = {new Calls.Failing()};
    assertThatThrownBy(() -> codec.encode(Calls.method("failing"), failing))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("QJ1201 Calls.failing, parameter {0} 'any'")
        .hasMessageContaining("pass plain data, such as a record");
  }

  @Test
  void a_type_that_jsonb_cannot_read_back_is_refused_at_the_first_call() {
    Object[] oneWay = {new Calls.OneWay("secret")};
    assertThatThrownBy(() -> codec.encode(Calls.method("oneWay"), oneWay))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("QJ1200 Calls.oneWay, parameter {0} 'any'")
        .hasMessageContaining("expected a type that JSON-B can read back");
  }

  @Test
  void an_entity_without_an_id_is_refused() {
    Object[] unsaved = {new Order(null), null};
    assertThatThrownBy(() -> codec.encode(Calls.method("order"), unsaved))
        .hasMessageStartingWith("QJ1203 Calls.order, parameter {0} 'order'")
        .hasMessageContaining("persist and flush it before the call");
  }

  @Test
  void a_result_that_cannot_be_kept_is_refused_at_the_call() {
    assertThatThrownBy(() -> codec.check(Calls.method("returnsThread")))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("QJ1205 Calls.returnsThread, result of type java.lang.Thread");
  }

  @Test
  void a_secret_result_that_cannot_be_kept_is_not_shown() {
    assertThatThrownBy(
            () -> codec.returned(Calls.method("returnsSecret"), new Calls.OneWay("hush")))
        .hasMessageStartingWith("QJ1204 result: a secret value, which is not shown")
        .hasMessageNotContaining("hush");
  }
}
