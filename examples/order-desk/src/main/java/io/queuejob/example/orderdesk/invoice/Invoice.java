package io.queuejob.example.orderdesk.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** The invoice of an order. */
@Entity
@Table(schema = "order_desk", name = "invoice")
public class Invoice {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_desk.invoice_seq")
  @SequenceGenerator(
      name = "order_desk.invoice_seq",
      sequenceName = "order_desk.invoice_seq",
      allocationSize = 1)
  private Long id;

  @Column(name = "order_id")
  private long orderId;

  @Column(name = "total")
  private BigDecimal total;

  protected Invoice() {}

  Invoice(long orderId, BigDecimal total) {
    this.orderId = orderId;
    this.total = total;
  }

  /** The invoice's number; null until it is persisted. */
  public Long getId() {
    return id;
  }

  /** Number of the order. */
  public long getOrderId() {
    return orderId;
  }

  /** What the customer owes, in euros. */
  public BigDecimal getTotal() {
    return total;
  }
}
