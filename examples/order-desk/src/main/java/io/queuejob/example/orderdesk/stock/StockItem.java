package io.queuejob.example.orderdesk.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** One article of the catalogue; its stock changes by SQL only. */
@Entity
@Table(schema = "order_desk", name = "stock_item")
public class StockItem {
  @Id
  @Column(name = "sku")
  private String sku;

  @Column(name = "position")
  private int position;

  @Column(name = "name")
  private String name;

  @Column(name = "price")
  private BigDecimal price;

  @Column(name = "available")
  private long available;

  protected StockItem() {}

  /** Number of the article. */
  public String getSku() {
    return sku;
  }

  /** Place in the catalogue, from 1. */
  public int getPosition() {
    return position;
  }

  /** Name of the article. */
  public String getName() {
    return name;
  }

  /** Price of one piece, in euros. */
  public BigDecimal getPrice() {
    return price;
  }

  /** Pieces that can still be reserved. */
  public long getAvailable() {
    return available;
  }
}
