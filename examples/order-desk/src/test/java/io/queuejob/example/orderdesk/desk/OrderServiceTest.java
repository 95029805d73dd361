package io.queuejob.example.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.example.orderdesk.invoice.Invoices;
import io.queuejob.example.orderdesk.mail.Mails;
import io.queuejob.example.orderdesk.order.DraftLine;
import io.queuejob.example.orderdesk.order.OrderDraft;
import io.queuejob.example.orderdesk.problem.Rejection;
import io.queuejob.example.orderdesk.stock.Shelf;
import io.queuejob.example.orderdesk.stock.Stock;
import io.queuejob.testing.JobTrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an order leaves behind to be done later, without a server or a database. */
class OrderServiceTest {
  private static final OrderDraft DRAFT = new OrderDraft("Anna", List.of(new DraftLine("A-1", 2)));

  @RegisterExtension private final JobTrap trap = new JobTrap();
  private final NumberedOrders orders = new NumberedOrders(7);
  private final OrderService service = new OrderService();

  @BeforeEach
  void inject() {
    Injection.of(service)
        .with(orders.entityManager())
        .with(new TwoArticles())
        .with(trap.queue())
        // called directly, since their methods are @Delayed
        .with(trap.bean(Invoices.class))
        .with(trap.bean(Mails.class));
  }

  @Test
  void an_order_leaves_an_invoice_a_mail_and_a_reservation_to_be_done() {
    long id = service.place(DRAFT);

    trap.assertCount(3);
    trap.assertQueued(Invoices.class, invoices -> invoices.issue(id)).inChannel("root.documents");
    trap.assertQueued(Mails.class, mails -> mails.confirm(id))
        .inChannel("root.mail")
        .withPriority(5)
        .withDescription("Confirmation of order 7");
    trap.assertQueued(Stock.class, stock -> stock.reserve(id)).inChannel("root.stock");
  }

  @Test
  void an_order_remembers_the_job_that_reserves_its_articles() {
    long id = service.place(DRAFT);

    String job = trap.assertQueued(Stock.class, stock -> stock.reserve(id)).job().ref().toString();
    assertThat(orders.last().getStockJob()).isEqualTo(job);
  }

  @Test
  void a_rejected_order_leaves_nothing_to_be_done() {
    OrderDraft unknown = new OrderDraft("Anna", List.of(new DraftLine("B-9", 1)));

    assertThatThrownBy(() -> service.place(unknown)).isInstanceOf(Rejection.class);
    trap.assertCount(0);
  }

  @Test
  void the_mail_goes_out_first() throws Exception {
    service.place(DRAFT);
    List<String> done = new ArrayList<>();

    trap.perform(new NotedInvoices(done), new NotedMails(done), new NotedStock(done));

    assertThat(done).containsExactly("mail 7", "invoice 7", "stock 7");
  }

  /** A shelf that asks no database. */
  private static final class TwoArticles extends Shelf {
    @Override
    public Set<String> skus() {
      return Set.of("A-1", "A-2");
    }
  }

  private static final class NotedInvoices extends Invoices {
    private final List<String> done;

    NotedInvoices(List<String> done) {
      this.done = done;
    }

    @Override
    public void issue(long orderId) {
      done.add("invoice " + orderId);
    }
  }

  private static final class NotedMails extends Mails {
    private final List<String> done;

    NotedMails(List<String> done) {
      this.done = done;
    }

    @Override
    public void confirm(long orderId) {
      done.add("mail " + orderId);
    }
  }

  private static final class NotedStock extends Stock {
    private final List<String> done;

    NotedStock(List<String> done) {
      this.done = done;
    }

    @Override
    public void reserve(long orderId) {
      done.add("stock " + orderId);
    }
  }
}
