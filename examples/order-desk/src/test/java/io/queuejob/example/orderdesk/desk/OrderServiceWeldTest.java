package io.queuejob.example.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.example.orderdesk.invoice.Invoices;
import io.queuejob.example.orderdesk.ledger.Ledger;
import io.queuejob.example.orderdesk.mail.Mails;
import io.queuejob.example.orderdesk.order.DraftLine;
import io.queuejob.example.orderdesk.order.OrderDraft;
import io.queuejob.example.orderdesk.stock.Shelf;
import io.queuejob.example.orderdesk.stock.Stock;
import io.queuejob.testing.JobTrap;
import io.queuejob.testing.cdi.TrapExtension;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.weld.junit.MockBean;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.Test;

/** What an order leaves behind, with the application's beans in a CDI container. */
@EnableWeld
class OrderServiceWeldTest {
  private static final OrderDraft DRAFT = new OrderDraft("Anna", List.of(new DraftLine("A-1", 2)));

  private final NumberedOrders orders = new NumberedOrders(7);

  @WeldSetup
  private final WeldInitiator weld =
      WeldInitiator.from(
              WeldInitiator.createWeld()
                  .addBeanClasses(OrderService.class, TwoArticles.class)
                  .addBeanClasses(Invoices.class, Mails.class, Stock.class, Ledger.class)
                  .addExtensions(new TrapExtension()))
          .addBeans(MockBean.of(orders.entityManager(), EntityManager.class))
          .build();

  @Inject private OrderService service;
  @Inject private JobTrap trap;

  @Test
  void calls_of_injected_beans_are_delayed_as_their_declarations_say() {
    long id = service.place(DRAFT);

    trap.assertCount(3);
    trap.assertQueued(Invoices.class, invoices -> invoices.issue(id)).inChannel("root.documents");
    trap.assertQueued(Mails.class, mails -> mails.confirm(id)).withPriority(5);
    trap.assertQueued(Stock.class, stock -> stock.reserve(id));
  }

  @Test
  void jobs_run_upon_what_the_test_gives_before_the_containers_beans() throws Exception {
    List<String> done = new ArrayList<>();
    service.place(DRAFT);

    trap.perform(
        new Mails() {
          @Override
          public void confirm(long order) {
            done.add("mail " + order);
          }
        },
        new Invoices() {
          @Override
          public void issue(long order) {
            done.add("invoice " + order);
          }
        },
        new Stock() {
          @Override
          public void reserve(long order) {
            done.add("stock " + order);
          }
        });
    assertThat(done).containsExactly("mail 7", "invoice 7", "stock 7");
  }

  /** A shelf that asks no database. */
  static class TwoArticles extends Shelf {
    @Override
    public Set<String> skus() {
      return Set.of("A-1", "A-2");
    }
  }
}
