package io.queuejob.example.orderdesk.mail;

import io.queuejob.api.Delayed;
import io.queuejob.example.orderdesk.ledger.Effect;
import io.queuejob.example.orderdesk.ledger.Ledger;
import io.queuejob.example.orderdesk.order.Order;
import io.queuejob.example.orderdesk.order.OrderLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.stream.Collectors;

/** Writes to customers. */
@ApplicationScoped
public class Mails {
  @Inject private EntityManager em;
  @Inject private Ledger ledger;

  /** Confirms an order to its customer, once the order's transaction has committed. */
  // No @Transactional: the job brings its transaction along, and this bean works in it.
  @Delayed(channel = "root.mail", priority = 5, description = "Confirmation of order {0}")
  public void confirm(long orderId) {
    String began = ledger.begin();
    Order order = em.find(Order.class, orderId);
    em.persist(new Mail(orderId, order.getCustomer(), "Your order " + orderId, body(order)));
    em.flush();
    ledger.recordEffect(Effect.MAIL, orderId, began);
  }

  private static String body(Order order) {
    String lines = order.getLines().stream().map(Mails::line).collect(Collectors.joining());
    return "Dear " + order.getCustomer() + ",\n\nwe received your order:\n\n" + lines;
  }

  private static String line(OrderLine line) {
    return line.getQuantity() + " × " + line.getSku() + "\n";
  }
}
