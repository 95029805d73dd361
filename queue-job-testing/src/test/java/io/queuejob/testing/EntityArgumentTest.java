package io.queuejob.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.error.CaptureException;
import io.queuejob.spi.EntityLoader;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityArgumentTest {

  private final JobTrap trap = new JobTrap();

  @Entity
  static class Order {
    @Id Long id;

    Order(Long id) {
      this.id = id;
    }
  }

  @Entity
  static class Line {
    private final long order;
    private final long number;

    Line(long order, long number) {
      this.order = order;
      this.number = number;
    }

    @Id
    long getOrder() {
      return order;
    }

    @Id
    long getNumber() {
      return number;
    }
  }

  static class Invoices {
    final List<Object> printed = new ArrayList<>();

    void print(Order order) {
      printed.add(order);
    }

    void printLine(Line line) {
      printed.add(line);
    }
  }

  @Test
  void an_entity_is_passed_by_reference_and_comes_back_as_itself() throws Exception {
    Order order = new Order(7L);
    trap.queue().withDelay(Invoices.class).call(i -> i.print(order));

    trap.assertQueued(Invoices.class, i -> i.print(new Order(7L)));
    Invoices invoices = new Invoices();
    trap.perform(invoices);
    assertThat(invoices.printed).hasSize(1).first().isSameAs(order);
  }

  @Test
  void another_entity_is_another_argument() {
    trap.queue().withDelay(Invoices.class).call(i -> i.print(new Order(7L)));

    assertThatThrownBy(() -> trap.assertQueued(Invoices.class, i -> i.print(new Order(8L))))
        .hasMessageContaining("\"id\":8})\nfound 1 queued call:")
        .hasMessageContaining("<- differs: argument {0}");
  }

  @Test
  void an_entity_without_id_is_refused() {
    assertThatThrownBy(
            () -> trap.queue().withDelay(Invoices.class).call(i -> i.print(new Order(null))))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("QJ1203 Invoices.print, parameter {0} 'order'");
    assertThatThrownBy(
            () -> trap.queue().withDelay(Invoices.class).call(i -> i.printLine(new Line(0, 1))))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("QJ1203");
  }

  @Test
  void several_ids_make_one() throws Exception {
    Line line = new Line(7, 1);
    trap.queue().withDelay(Invoices.class).call(i -> i.printLine(line));

    trap.assertQueued(Invoices.class, i -> i.printLine(new Line(7, 1)));
    trap.assertNotQueued(Invoices.class, i -> i.printLine(new Line(1, 7)));
    assertThat(trap.jobs().get(0).arguments()).containsExactly(line);
  }

  @Test
  void an_application_can_bring_a_loader_of_its_own() {
    JobTrap other = new JobTrap(new OneOrder());
    other.queue().withDelay(Invoices.class).call(i -> i.print(new Order(null)));
    assertThat(other.jobs().get(0).arguments()).containsExactly(OneOrder.ORDER);
  }

  private static final class OneOrder implements EntityLoader {
    static final Order ORDER = new Order(1L);

    @Override
    public boolean isEntity(Class<?> type) {
      return type == Order.class;
    }

    @Override
    public Object idOf(Object entity) {
      return "the one";
    }

    @Override
    public Class<?> idType(Class<?> entityClass) {
      return String.class;
    }

    @Override
    public <T> T load(Class<T> entityClass, Object id) {
      return entityClass.cast(ORDER);
    }
  }
}
