package io.queuejob.it.container.foreign;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the application's own. */
@Entity
@Table(schema = "guests")
public class Guest {
  @Id private String name;
  private boolean welcomed;

  protected Guest() {}

  /** A guest who was not welcomed yet. */
  public Guest(String name) {
    this.name = name;
  }

  /** Notes the welcome. */
  public void welcome() {
    welcomed = true;
  }

  /** Whether the guest was welcomed. */
  public boolean isWelcomed() {
    return welcomed;
  }
}
