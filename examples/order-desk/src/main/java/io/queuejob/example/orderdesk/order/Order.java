package io.queuejob.example.orderdesk.order;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A placed order. */
@Entity
@Table(schema = "order_desk", name = "orders")
public class Order {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_desk.order_seq")
  @SequenceGenerator(
      name = "order_desk.order_seq",
      sequenceName = "order_desk.order_seq",
      allocationSize = 1)
  private Long id;

  @Column(name = "customer")
  private String customer;

  @Column(name = "stock_job")
  private String stockJob;

  @ElementCollection
  @CollectionTable(
      schema = "order_desk",
      name = "order_line",
      joinColumns = @JoinColumn(name = "order_id"))
  @OrderColumn(name = "position")
  private List<OrderLine> lines = new ArrayList<>();

  protected Order() {}

  /** Makes an order of a draft that met the {@link OrderRules}. */
  public Order(OrderDraft draft) {
    this.customer = draft.customer().strip();
    for (DraftLine line : draft.lines()) {
      lines.add(new OrderLine(line.sku(), line.quantity()));
    }
  }

  /** The order's number; null until it is persisted. */
  public Long getId() {
    return id;
  }

  /** Who ordered. */
  public String getCustomer() {
    return customer;
  }

  /** Reference of the job that reserves the stock; null until it is delayed. */
  public String getStockJob() {
    return stockJob;
  }

  /** Remembers the job that reserves the stock. */
  public void setStockJob(String reference) {
    this.stockJob = reference;
  }

  /** The ordered articles, in the order of the form. */
  public List<OrderLine> getLines() {
    return Collections.unmodifiableList(lines);
  }

  /** Ordered pieces of each article, sorted by article. */
  public SortedMap<String, Integer> quantities() {
    SortedMap<String, Integer> sums = new TreeMap<>();
    for (OrderLine line : lines) {
      sums.merge(line.getSku(), line.getQuantity(), Integer::sum);
    }
    return sums;
  }
}
