package io.queuejob.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.Delayed;
import io.queuejob.api.JobQueue;
import io.queuejob.capturing.Shop;
import io.queuejob.internal.bean.CurrentInvocation;
import io.queuejob.internal.job.JobRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Stereotype;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * S-JF-08: a function belongs to each concrete bean, whatever class or interface has its method.
 */
class RelativesTest {
  private static final String HERE = RelativesTest.class.getName() + "$";

  interface Handles<T> {
    void handle(T item);
  }

  @ApplicationScoped
  static class Orders implements Handles<Long> {
    public void handle(String text) {}

    public void handle(UUID id) {}

    @Override
    public void handle(Long order) {}

    public void handle(Integer number) {}
  }

  abstract static class Base<T> {
    @Delayed(channel = "base")
    public void shared(int n) {
      Shop.RAN.add("shared");
    }

    @Delayed(channel = "base")
    public abstract void own(T item);

    @Delayed(channel = "base")
    public void atOnce(int n) {}
  }

  abstract static class Middle extends Base<Long> {
    @Override
    public void atOnce(int n) {
      Shop.RAN.add("at once");
    }
  }

  @ApplicationScoped
  static class First extends Middle {
    @Override
    @Delayed(channel = "first")
    public void own(Long item) {}
  }

  @ApplicationScoped
  static class Second extends Middle {
    @Override
    public void own(Long item) {
      Shop.RAN.add("own");
    }
  }

  interface Counts {
    default void count(int n) {
      Shop.RAN.add("count " + n);
    }
  }

  @Delayed(channel = "all")
  @ApplicationScoped
  static class Counter implements Counts {}

  interface Gives {
    default int give() {
      return 3;
    }
  }

  @Delayed
  @ApplicationScoped
  static class Giver implements Gives {}

  @Delayed(channel = "bound", priority = 3)
  @InterceptorBinding
  @Retention(RetentionPolicy.RUNTIME)
  @interface Mailed {}

  @ApplicationScoped
  static class ByBinding {
    @Mailed
    public void mail() {
      Shop.RAN.add("mail");
    }
  }

  @Delayed
  @Stereotype
  @Retention(RetentionPolicy.RUNTIME)
  @interface Nightly {}

  @ApplicationScoped
  static class ByStereotype {
    @Nightly
    public void run() {}
  }

  @ApplicationScoped
  static class Calendar {
    public void mark(Date date) {}

    public void mark(java.sql.Date date) {}
  }

  interface Sends {
    void send(int n);
  }

  @ApplicationScoped
  static class Real implements Sends {
    @Override
    public void send(int n) {}
  }

  @Alternative
  @Priority(1)
  @ApplicationScoped
  static class Fake extends Real {}

  @Alternative
  @Priority(2)
  @ApplicationScoped
  static class Louder implements Sends {
    @Override
    public void send(int n) {}
  }

  private static JobRequest stored(Consumer<Shop> call, Class<?>... beans) {
    try (Shop shop = Shop.with(beans)) {
      call.accept(shop);
      assertThat(Shop.RAN).isEmpty();
      return shop.only();
    }
  }

  private static String recorded(Consumer<JobQueue> call, Class<?>... beans) {
    return stored(shop -> call.accept(shop.queue()), beans).function();
  }

  @Test
  @SuppressWarnings("unchecked")
  void a_call_of_a_generic_interface_finds_the_overload_that_implements_it() {
    assertThat(recorded(q -> q.withDelay(Handles.class).call(h -> h.handle(5L)), Orders.class))
        .isEqualTo(HERE + "Orders.handle(Long)");
  }

  @Test
  void an_inherited_declaration_counts_for_each_bean_and_an_override_has_its_own() {
    JobRequest shared = stored(s -> s.bean(Second.class).shared(1), First.class, Second.class);
    assertThat(shared.function()).isEqualTo(HERE + "Second.shared(int)");
    assertThat(shared.channel().text()).isEqualTo("root.base");
    JobRequest own = stored(s -> s.bean(First.class).own(1L), First.class, Second.class);
    assertThat(own.function()).isEqualTo(HERE + "First.own(Long)");
    assertThat(own.channel().text()).isEqualTo("root.first");
  }

  @Test
  void an_override_without_a_declaration_runs_at_once_and_registers_nothing() {
    try (Shop shop = Shop.with(First.class, Second.class)) {
      shop.bean(Second.class).own(1L);
      shop.bean(First.class).atOnce(1);
      assertThat(Shop.RAN).containsExactly("own", "at once");
      assertThat(shop.stored()).isEmpty();
      assertThat(shop.declared())
          .contains(HERE + "First.own(Long)", HERE + "Second.shared(int)")
          .noneMatch(name -> name.contains("atOnce") || name.contains("Second.own"));
    }
  }

  @Test
  void a_declared_class_delays_what_interfaces_give_it_and_the_job_runs_it() throws Exception {
    try (Shop shop = Shop.with(Counter.class)) {
      shop.bean(Counter.class).count(1);
      assertThat(shop.only().function()).isEqualTo(HERE + "Counter.count(int)");
      CurrentInvocation.expect(Counts.class.getMethod("count", int.class));
      shop.bean(Counter.class).count(2);
      assertThat(Shop.RAN).containsExactly("count 2");
    } finally {
      CurrentInvocation.clear();
    }
  }

  @Test
  void an_inherited_default_method_that_returns_a_value_fails_the_deployment() {
    assertThatThrownBy(() -> Shop.with(Giver.class))
        .hasMessageContainingAll("QJ1105", "Gives.give", "found int");
  }

  @Test
  void an_interceptor_binding_that_is_declared_delays_the_methods_that_have_it() {
    JobRequest direct = stored(s -> s.bean(ByBinding.class).mail(), ByBinding.class);
    assertThat(direct.channel().text()).isEqualTo("root.bound");
    assertThat(direct.schedule().priority()).isEqualTo(3);
  }

  @Test
  void a_stereotype_on_a_method_is_not_passed_over_in_silence() {
    assertThatThrownBy(() -> Shop.with(ByStereotype.class))
        .hasMessageContainingAll("QJ1119", "ByStereotype.run", "@Nightly", "@InterceptorBinding");
  }

  @Test
  void overloads_of_parameters_with_one_simple_name_are_two_functions() {
    assertThat(
            recorded(
                q -> q.withDelay(Calendar.class).call(c -> c.mark(new java.sql.Date(0))),
                Calendar.class))
        .isEqualTo(HERE + "Calendar.mark(java.sql.Date)");
    assertThat(
            recorded(
                q -> q.withDelay(Calendar.class).call(c -> c.mark(new Date(0))), Calendar.class))
        .isEqualTo(HERE + "Calendar.mark(java.util.Date)");
  }

  @Test
  void the_selected_alternative_of_the_greatest_priority_is_called() {
    assertThat(
            recorded(
                q -> q.withDelay(Sends.class).call(s -> s.send(1)),
                Real.class,
                Fake.class,
                Louder.class))
        .isEqualTo(HERE + "Louder.send(int)");
    assertThat(recorded(q -> q.withDelay(Real.class).call(s -> s.send(1)), Real.class, Fake.class))
        .isEqualTo(HERE + "Fake.send(int)");
  }
}
