package io.queuejob.example.orderdesk.desk;

import io.queuejob.api.JobQueue;
import io.queuejob.api.JobRef;
import io.queuejob.example.orderdesk.invoice.Invoices;
import io.queuejob.example.orderdesk.mail.Mails;
import io.queuejob.example.orderdesk.order.Order;
import io.queuejob.example.orderdesk.order.OrderDraft;
import io.queuejob.example.orderdesk.order.OrderRules;
import io.queuejob.example.orderdesk.stock.Shelf;
import io.queuejob.example.orderdesk.stock.Stock;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Places orders. */
@Stateless
public class OrderService {
  @Inject private EntityManager em;
  @Inject private Shelf shelf;
  @Inject private Invoices invoices;
  @Inject private Mails mails;
  @Inject private JobQueue jobs;
  @Resource private SessionContext session;

  /**
   * Stores an order and delays what follows from it, in one transaction.
   *
   * @return the order's number
   * @throws io.queuejob.example.orderdesk.problem.Rejection if the draft breaks a rule
   */
  public long place(OrderDraft draft) {
    OrderRules.check(draft, shelf.skus()::contains);
    Order order = new Order(draft);
    em.persist(order);
    long id = order.getId();

    // Both methods are @Delayed: these calls store jobs and return at once.
    invoices.issue(id);
    mails.confirm(id);
    // An ordinary method can be delayed too; its reference lets the order ask what became of it.
    JobRef reservation =
        jobs.withDelay(Stock.class)
            .channel("root.stock")
            .description("Stock of order " + id)
            .call(stock -> stock.reserve(id));
    order.setStockJob(reservation.toString());
    return id;
  }

  /** Does all that {@link #place} does, then rolls back: no order and no job may remain. */
  public void placeAndRollBack(OrderDraft draft) {
    place(draft);
    session.setRollbackOnly();
  }
}
