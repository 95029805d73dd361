package io.queuejob.example.orderdesk.invoice;

import io.queuejob.api.Delayed;
import io.queuejob.example.orderdesk.ledger.Effect;
import io.queuejob.example.orderdesk.ledger.Ledger;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;

/** Issues invoices. */
@Stateless
public class Invoices {
  /** Parameter: order. */
  private static final String TOTAL =
      """
      SELECT sum(i.price * l.quantity)
      FROM order_desk.order_line l JOIN order_desk.stock_item i ON i.sku = l.sku
      WHERE l.order_id = ?1""";

  @Inject private EntityManager em;
  @Inject private Ledger ledger;

  /** Issues the invoice of an order, once the order's transaction has committed. */
  @Delayed(channel = "root.documents", description = "Invoice of order {0}")
  public void issue(long orderId) {
    String began = ledger.begin();
    BigDecimal total =
        (BigDecimal) em.createNativeQuery(TOTAL).setParameter(1, orderId).getSingleResult();
    em.persist(new Invoice(orderId, total));
    em.flush();
    ledger.recordEffect(Effect.INVOICE, orderId, began);
  }
}
