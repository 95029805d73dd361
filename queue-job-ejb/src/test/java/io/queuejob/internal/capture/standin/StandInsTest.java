package io.queuejob.internal.capture.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.call.BeanCall;
import io.queuejob.api.error.CaptureException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandInsTest {

  private static final List<String> RAN = new ArrayList<>();

  private final StandIns standIns = new StandIns();

  public static class Bean {
    private final List<String> names = new ArrayList<>();

    public Bean(String needed) {
      RAN.add("constructor " + needed);
    }

    public void all(
        boolean a, byte b, char c, short d, int e, long f, float g, double h, String i) {
      RAN.add("all");
    }

    public long value(int[] a, Object... more) {
      names.add("NullPointerException if run");
      return 1;
    }

    void packagePrivate(List<String> list) {
      RAN.add("package-private");
    }

    protected void isProtected() {
      RAN.add("protected");
    }

    private void isPrivate() {
      assertThat(names).isNull();
    }

    @Override
    public String toString() {
      return RAN.add("toString") + "";
    }
  }

  interface Greeter<T> {
    default void greet(T whom) {
      RAN.add("greet");
    }
  }

  public abstract static class Base<T> implements Greeter<T> {
    public void handle(T value) {
      RAN.add("handle");
    }
  }

  public static class Texts extends Base<String> {
    @Override
    public void handle(String value) {
      RAN.add("handle text");
    }
  }

  /** Its public methods reach the compiler's bridges, since the class that has them is hidden. */
  static class Hidden {
    public void work(int n) {
      RAN.add("work");
    }
  }

  public static class Visible extends Hidden {}

  public static class HasFinal {
    public final void end() {
      RAN.add("end");
    }
  }

  public static final class Closed {}

  private <T> RecordedCall record(Class<T> type, BeanCall<T> call) {
    RAN.clear();
    RecordedCall recorded = standIns.record(type, call);
    assertThat(RAN).as("code of the bean that ran").isEmpty();
    return recorded;
  }

  private <T> void refuses(Class<T> type, BeanCall<T> call, String id, String part) {
    RAN.clear();
    assertThatThrownBy(() -> standIns.record(type, call))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith(id + " ")
        .hasMessageContaining(part);
    assertThat(RAN).as("code of the bean that ran").isEmpty();
  }

  @Test
  void arguments_of_every_kind_are_recorded_and_no_code_runs() {
    RecordedCall call =
        record(Bean.class, b -> b.all(true, (byte) 1, 'c', (short) 2, 3, 4L, 5f, 6d, "seven"));

    assertThat(call.method().getName()).isEqualTo("all");
    assertThat(call.arguments())
        .containsExactly(true, (byte) 1, 'c', (short) 2, 3, 4L, 5f, 6d, "seven");
  }

  @Test
  void a_value_is_answered_with_zero() {
    RecordedCall call =
        record(Bean.class, b -> assertThat(b.value(new int[] {1}, "a", "b")).isZero());

    assertThat(call.method().getDeclaringClass()).isEqualTo(Bean.class);
    assertThat(call.arguments()).hasSize(2);
  }

  @Test
  void methods_that_are_not_public_are_recorded_too() {
    assertThat(record(Bean.class, b -> b.packagePrivate(List.of())).method().getName())
        .isEqualTo("packagePrivate");
    assertThat(record(Bean.class, Bean::isProtected).method().getName()).isEqualTo("isProtected");
  }

  @Test
  void a_generic_method_is_recorded_with_the_types_of_the_bean() {
    Class<Texts> texts = Texts.class;
    assertThat(record(texts, t -> t.handle("x")).method().getParameterTypes())
        .containsExactly(String.class);
    assertThat(record(texts, t -> ((Base<String>) t).handle("x")).method().getParameterTypes())
        .containsExactly(String.class);
  }

  @Test
  void a_default_method_is_recorded_on_class_and_interface() {
    assertThat(record(Texts.class, t -> t.greet("x")).arguments()).containsExactly("x");
    assertThat(record(Greeter.class, StandInsTest::greet).arguments()).containsExactly("x");
  }

  @SuppressWarnings("unchecked")
  private static void greet(Greeter<?> greeter) {
    ((Greeter<String>) greeter).greet("x");
  }

  @Test
  void a_method_inherited_from_a_hidden_class_is_recorded() {
    assertThat(record(Visible.class, v -> v.work(1)).arguments()).containsExactly(1);
  }

  @Test
  void to_string_is_no_call_and_runs_nothing() {
    RecordedCall call =
        record(
            Bean.class,
            b -> {
              assertThat(b.toString()).startsWith("stand-in of ");
              assertThat(b.equals(b)).isTrue();
              b.isProtected();
            });
    assertThat(call.method().getName()).isEqualTo("isProtected");
  }

  @Test
  void none_and_two_calls_are_refused() {
    refuses(Bean.class, b -> {}, "QJ1030", "found none");
    refuses(Bean.class, Bean::isPrivate, "QJ1030", "neither private nor static");
    refuses(
        Texts.class,
        t -> {
          t.handle("a");
          t.greet("b");
        },
        "QJ1031",
        "handle and greet");
  }

  @Test
  void a_lambda_that_fails_is_refused_with_its_reason() {
    refuses(
        Bean.class,
        b -> {
          throw new java.io.IOException("no file");
        },
        "QJ1032",
        "no file");
  }

  @Test
  void types_without_a_stand_in_are_refused() {
    refuses(Closed.class, c -> {}, "QJ1033", "a final class");
    refuses(HasFinal.class, HasFinal::end, "QJ1034", "final method end");
  }

  @Test
  void a_stand_in_that_was_kept_records_nothing_more() {
    Bean[] kept = new Bean[1];
    RecordedCall call =
        record(
            Bean.class,
            b -> {
              kept[0] = b;
              b.isProtected();
            });
    kept[0].isProtected();
    assertThat(call.method().getName()).isEqualTo("isProtected");
  }

  @Test
  void two_engines_can_record_calls_of_one_bean() {
    RecordedCall first = standIns.record(Visible.class, v -> v.work(1));
    RecordedCall second = new StandIns().record(Visible.class, v -> v.work(2));

    assertThat(second.method()).isEqualTo(first.method());
    assertThat(second.arguments()).containsExactly(2);
  }

  @Test
  void nothing_keeps_the_classes_of_an_application_that_is_gone() throws Exception {
    WeakReference<ClassLoader> gone = recordedInOtherLoader();
    for (int i = 0; gone.get() != null && i < 50; i++) {
      System.gc();
    }
    assertThat(gone.get()).isNull();
  }

  private WeakReference<ClassLoader> recordedInOtherLoader() throws Exception {
    ClassLoader loader = new OtherLoader();
    Class<?> visible = loader.loadClass(Visible.class.getName());
    assertThat(visible).isNotEqualTo(Visible.class);
    RecordedCall call =
        standIns.record(visible, v -> visible.getMethod("work", int.class).invoke(v, 7));
    assertThat(call.arguments()).containsExactly(7);
    return new WeakReference<>(loader);
  }

  /** Loads the beans of this test anew, as an application server does at each deployment. */
  private static final class OtherLoader extends ClassLoader {
    OtherLoader() {
      super(StandInsTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(StandInsTest.class.getName() + "$")) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (java.io.IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
