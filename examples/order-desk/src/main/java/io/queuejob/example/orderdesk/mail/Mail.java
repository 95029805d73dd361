package io.queuejob.example.orderdesk.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A mail in the local sink. */
@Entity
@Table(schema = "order_desk", name = "mail")
public class Mail {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_desk.mail_seq")
  @SequenceGenerator(
      name = "order_desk.mail_seq",
      sequenceName = "order_desk.mail_seq",
      allocationSize = 1)
  private Long id;

  @Column(name = "order_id")
  private long orderId;

  @Column(name = "recipient")
  private String recipient;

  @Column(name = "subject")
  private String subject;

  @Column(name = "body")
  private String body;

  protected Mail() {}

  Mail(long orderId, String recipient, String subject, String body) {
    this.orderId = orderId;
    this.recipient = recipient;
    this.subject = subject;
    this.body = body;
  }

  /** The mail's number; null until it is persisted. */
  public Long getId() {
    return id;
  }

  /** Number of the order. */
  public long getOrderId() {
    return orderId;
  }

  /** Who gets the mail. */
  public String getRecipient() {
    return recipient;
  }

  /** The mail's subject. */
  public String getSubject() {
    return subject;
  }

  /** The mail's text. */
  public String getBody() {
    return body;
  }
}
