package io.queuejob.example.orderdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.JobInfo;
import io.queuejob.api.JobQueue;
import io.queuejob.api.JobRef;
import io.queuejob.api.JobState;
import io.queuejob.api.inline.InlineJobs;
import io.queuejob.example.orderdesk.desk.Effects;
import io.queuejob.example.orderdesk.desk.OrderBook;
import io.queuejob.example.orderdesk.desk.OrderService;
import io.queuejob.example.orderdesk.order.DraftLine;
import io.queuejob.example.orderdesk.order.Order;
import io.queuejob.example.orderdesk.order.OrderDraft;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.File;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of an order, inside the server: the jobs are real. */
@ExtendWith(ArquillianExtension.class)
class OrdersInServerIT {
  private static final OrderDraft DRAFT = new OrderDraft("Anna", List.of(new DraftLine("A-1", 2)));

  @Inject private OrderService service;
  @Inject private OrderBook book;
  @Inject private EntityManager em;
  @Inject private JobQueue jobs;

  @Deployment
  static WebArchive application() {
    String assertions =
        Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/order-desk.war"))
        .addAsLibrary(new File(assertions));
  }

  private Effects effectsOf(long order) {
    return book.find(order).orElseThrow().effects();
  }

  @Test
  void the_articles_of_an_order_are_reserved_by_a_job_that_can_be_waited_for() {
    long order = service.place(DRAFT);

    JobRef reservation = JobRef.of(em.find(Order.class, order).getStockJob());
    JobInfo ended = jobs.await(reservation, Duration.ofSeconds(30)).orElseThrow();
    assertThat(ended.state()).as(ended.error()).isEqualTo(JobState.DONE);
    assertThat(effectsOf(order).stock()).isTrue();
  }

  @Test
  void all_that_follows_from_an_order_can_be_had_at_once() {
    long order;
    try (InlineJobs inline = InlineJobs.open()) {
      order = service.place(DRAFT);
    }

    assertThat(effectsOf(order)).isEqualTo(new Effects(true, true, true));
  }
}
