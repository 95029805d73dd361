package io.queuejob.internal.capture.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.Delayed;
import io.queuejob.api.JobRef;
import io.queuejob.api.error.CaptureException;
import io.queuejob.api.error.DeclarationException;
import io.queuejob.spi.CallRecorder;
import io.queuejob.spi.CapturedCall;
import io.queuejob.spi.EntityLoader;
import java.io.FileNotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryRecorderTest {

  private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

  private final List<CapturedCall> received = new ArrayList<>();
  private final CallRecorder recorder =
      CallRecorder.of(new NoEntities(), InstantSource.fixed(NOW), received::add);

  public static class Pictures {
    private final List<String> done = new ArrayList<>();

    public Pictures(List<String> needed) {
      done.addAll(needed);
    }

    @Delayed(channel = "images", priority = 20, description = "Thumbnail of {0}")
    public JobRef generate(long id, List<String> sizes) {
      done.add(id + " " + sizes);
      return null;
    }

    @Delayed
    void check() throws FileNotFoundException {
      throw new FileNotFoundException("gone");
    }

    public void drop(Object anything) {
      done.clear();
    }
  }

  interface Sender {
    void send(String text);
  }

  interface Mailer extends Sender {}

  public static class Wrong {
    @Delayed
    public int count() {
      return 1;
    }
  }

  private CapturedCall only() {
    assertThat(received).hasSize(1);
    return received.get(0);
  }

  @Test
  void a_call_is_handed_over_as_it_would_have_been_stored() {
    JobRef ref =
        recorder
            .withDelay(Pictures.class)
            .channel("images.large")
            .eta(Duration.ofMinutes(1))
            .call(p -> p.generate(7, List.of("a", "b")));

    CapturedCall call = only();
    assertThat(call.ref()).isEqualTo(ref);
    assertThat(call.bean()).isEqualTo(Pictures.class);
    assertThat(call.method()).isEqualTo("generate");
    assertThat(call.function()).isEqualTo(Pictures.class.getName() + ".generate(long,List)");
    assertThat(call.arguments()).containsExactly(7L, List.of("a", "b"));
    assertThat(call.json()).isEqualTo("[7,[\"a\",\"b\"]]");
    assertThat(call.channel()).isEqualTo("root.images.large");
    assertThat(call.priority()).isEqualTo(20);
    assertThat(call.maxRetries()).isEqualTo(5);
    assertThat(call.eta()).isEqualTo(NOW.plusSeconds(60));
    assertThat(call.description()).isEqualTo("Thumbnail of 7");
  }

  @Test
  void a_call_can_be_made_upon_an_instance() throws Exception {
    Pictures pictures = new Pictures(List.of());
    recorder.withDelay(Pictures.class).call(p -> p.generate(7, List.of("a")));

    assertThat(only().invoke(pictures)).isNull();
    assertThat(pictures.done).containsExactly("7 [a]");
  }

  @Test
  void what_the_method_raises_arrives_unwrapped() {
    recorder.withDelay(Pictures.class).call(Pictures::check);

    assertThatThrownBy(() -> only().invoke(new Pictures(List.of())))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessage("gone");
  }

  @Test
  void what_production_refuses_is_refused_and_not_received() {
    assertThatThrownBy(() -> recorder.withDelay(Pictures.class).call(p -> p.drop("x")))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("QJ1200 Pictures.drop, parameter {0} 'anything'");
    assertThatThrownBy(() -> recorder.withDelay(Pictures.class).channel("a..b"))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("QJ1008 channel");
    assertThat(received).isEmpty();
  }

  @Test
  void a_method_that_a_business_interface_inherits_is_captured() {
    recorder.withDelay(Mailer.class).call(m -> m.send("hello"));
    assertThat(only().function()).isEqualTo(Mailer.class.getName() + ".send(String)");
  }

  @Test
  void a_stand_in_captures_each_call_of_a_delayed_method() {
    Pictures standIn = recorder.standIn(Pictures.class);

    JobRef first = standIn.generate(1, List.of());
    JobRef second = standIn.generate(2, null);

    assertThat(received).extracting(CapturedCall::ref).containsExactly(first, second);
    assertThat(received).extracting(CapturedCall::channel).containsOnly("root.images");
    assertThat(received.get(1).arguments()).containsExactly(2L, null);
    assertThat(recorder.standIn(Sender.class))
        .hasToString("stand-in of " + Sender.class.getName())
        .isNotEqualTo(standIn);
  }

  @Test
  void a_stand_in_refuses_methods_that_are_not_delayed() {
    Pictures standIn = recorder.standIn(Pictures.class);
    assertThatThrownBy(() -> standIn.drop("x"))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith(
            "QJ1090 " + Pictures.class.getName() + ".drop: expected a @Delayed");
  }

  @Test
  void a_stand_in_of_a_bean_that_could_not_be_deployed_is_refused() {
    assertThatThrownBy(() -> recorder.standIn(Wrong.class))
        .isInstanceOf(DeclarationException.class)
        .hasMessageStartingWith("QJ1105 ");
  }

  private static final class NoEntities implements EntityLoader {
    @Override
    public boolean isEntity(Class<?> type) {
      return false;
    }

    @Override
    public Object idOf(Object entity) {
      throw new AssertionError(entity);
    }

    @Override
    public Class<?> idType(Class<?> entityClass) {
      throw new AssertionError(entityClass);
    }

    @Override
    public <T> T load(Class<T> entityClass, Object id) {
      throw new AssertionError(entityClass);
    }
  }
}
