package io.queuejob.example.orderdesk.stock;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at the stock and fills it up. */
@Stateless
public class Shelf {
  /** Most pieces that arrive at once. */
  public static final int MAX_RESTOCK = 1_000_000;

  /** Parameters: pieces, article. */
  private static final String ADD =
      "UPDATE order_desk.stock_item SET available = available + ?1 WHERE sku = ?2";

  @Inject private EntityManager em;

  /** All articles, in the catalogue's order. */
  public List<StockItem> items() {
    return em.createQuery("SELECT i FROM StockItem i ORDER BY i.position", StockItem.class)
        .getResultList();
  }

  /** Numbers of all articles. */
  public Set<String> skus() {
    return em.createQuery("SELECT i.sku FROM StockItem i", String.class)
        .getResultStream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Adds pieces.
   *
   * @return what is available then; empty if there is no such article
   */
  public OptionalLong restock(String sku, int quantity) {
    if (!skus().contains(sku)) {
      return OptionalLong.empty();
    }
    em.createNativeQuery(ADD).setParameter(1, quantity).setParameter(2, sku).executeUpdate();
    StockItem item = em.find(StockItem.class, sku);
    return OptionalLong.of(item.getAvailable());
  }
}
