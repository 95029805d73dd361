package io.queuejob.example.orderdesk.stock;

import io.queuejob.api.error.JobFailedException;
import io.queuejob.example.orderdesk.ledger.Effect;
import io.queuejob.example.orderdesk.ledger.Ledger;
import io.queuejob.example.orderdesk.order.Order;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;

/** Reserves what was ordered. Nothing here says that it runs later: the caller decides that. */
@Stateless
public class Stock {
  /** Parameters: wanted, article. Moves no row where fewer are available. */
  private static final String TAKE =
      """
      UPDATE order_desk.stock_item SET available = available - ?1
      WHERE sku = ?2 AND available >= ?1""";

  /** Parameter: article. */
  private static final String AVAILABLE =
      "SELECT available FROM order_desk.stock_item WHERE sku = ?1";

  @Inject private EntityManager em;
  @Inject private Ledger ledger;

  /**
   * Takes an order's pieces out of the stock, all or none.
   *
   * @throws JobFailedException if an article ran out; trying again by itself would not help
   */
  public void reserve(long orderId) {
    String began = ledger.begin();
    Order order = em.find(Order.class, orderId);
    // Sorted by article: jobs that lock several rows lock them in the same order.
    for (Map.Entry<String, Integer> wanted : order.quantities().entrySet()) {
      take(orderId, wanted.getKey(), wanted.getValue());
    }
    ledger.recordEffect(Effect.STOCK, orderId, began);
  }

  private void take(long orderId, String sku, int wanted) {
    int moved =
        em.createNativeQuery(TAKE).setParameter(1, wanted).setParameter(2, sku).executeUpdate();
    if (moved == 0) {
      Object available = em.createNativeQuery(AVAILABLE).setParameter(1, sku).getSingleResult();
      throw new JobFailedException(
          "Order %d: SKU %s is out of stock: %d wanted, %s available; restock it and requeue this job"
              .formatted(orderId, sku, wanted, available));
    }
  }
}
