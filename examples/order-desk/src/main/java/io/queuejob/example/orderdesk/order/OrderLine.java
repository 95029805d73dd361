package io.queuejob.example.orderdesk.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/** One ordered article. */
@Embeddable
public class OrderLine {
  @Column(name = "sku")
  private String sku;

  @Column(name = "quantity")
  private int quantity;

  protected OrderLine() {}

  OrderLine(String sku, int quantity) {
    this.sku = sku;
    this.quantity = quantity;
  }

  /** Number of the article. */
  public String getSku() {
    return sku;
  }

  /** Ordered pieces, at least 1. */
  public int getQuantity() {
    return quantity;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OrderLine that
        && Objects.equals(sku, that.sku)
        && quantity == that.quantity;
  }

  @Override
  public int hashCode() {
    return Objects.hash(sku, quantity);
  }
}
