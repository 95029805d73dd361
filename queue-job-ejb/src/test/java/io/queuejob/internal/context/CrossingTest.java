package io.queuejob.internal.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.error.CaptureException;
import io.queuejob.spi.ContextPropagator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An allow-list crosses, and is cleaned whatever happens (S-SE-05). */
class CrossingTest {
  private final List<String> events = new ArrayList<>();

  private ContextPropagator propagator(String name, String text, boolean fails) {
    return new ContextPropagator() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String capture() {
        return text;
      }

      @Override
      public Cleaner restore(String captured) {
        if (fails) {
          throw new IllegalStateException(name);
        }
        events.add(name + "=" + captured);
        return () -> {
          events.add("-" + name);
          throw new IllegalStateException("cleaning " + name);
        };
      }
    };
  }

  @Test
  void one_that_fails_in_the_middle_leaves_nothing_behind() {
    Crossing writes = new Crossing(List.of(propagator("a", "1", false)));
    String json = writes.capture();
    Crossing reads =
        new Crossing(List.of(propagator("a", null, false), propagator("locale", "x", true)));
    assertThatThrownBy(() -> reads.restore(json)).hasMessage("locale");
    assertThat(Carried.get("a")).isNull();
    assertThat(events.stream().filter(e -> e.startsWith("a=")).count())
        .isEqualTo(events.stream().filter("-a"::equals).count());
  }

  @Test
  void a_cleaner_that_fails_does_not_keep_the_others_from_cleaning() {
    Crossing crossing =
        new Crossing(List.of(propagator("a", "1", false), propagator("b", "ü", false)));
    Runnable clean = crossing.restore(crossing.capture());
    assertThat(Carried.get("b")).isEqualTo("ü");
    clean.run();
    assertThat(events).contains("-a", "-b");
    assertThat(Carried.get("b")).isNull();
  }

  private record Careless(String text) implements ContextPropagator {
    @Override
    public String name() {
      return "careless";
    }

    @Override
    public String capture() {
      return text.strip();
    }

    @Override
    public Cleaner restore(String captured) {
      return null;
    }
  }

  @Test
  void one_that_cannot_capture_is_named_and_one_without_a_cleaner_is_fine() {
    assertThatThrownBy(() -> new Crossing(List.of(new Careless(null))).capture())
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("QJ4203")
        .hasMessageContaining(Careless.class.getName())
        .hasRootCauseInstanceOf(NullPointerException.class);
    Crossing crossing = new Crossing(List.of(new Careless("x")));
    Runnable clean = crossing.restore(crossing.capture());
    assertThat(Carried.get("careless")).isEqualTo("x");
    clean.run();
    assertThat(Carried.get("careless")).isNull();
  }

  @Test
  void what_nobody_here_knows_is_left_out_and_too_much_is_refused() {
    new Crossing(List.of()).restore("{\"other\":\"x\"}").run();
    Crossing large = new Crossing(List.of(propagator("a", "x".repeat(10_000), false)));
    assertThatThrownBy(large::capture)
        .isInstanceOf(CaptureException.class)
        .hasMessageContaining("QJ4201");
  }
}
