package io.queuejob.internal.codec;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity of an application. */
@Entity
public class Order {

  @Id private Long id;

  public Order() {}

  Order(Long id) {
    this.id = id;
  }

  public Long getId() {
    return id;
  }

  /** A subclass as persistence providers make them. */
  static final class Woven extends Order {
    Woven(Long id) {
      super(id);
    }
  }
}
