package io.queuejob.it.container.work;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity that is an argument. */
@Entity
public class Picture {
  @Id private long id;
  private String title;

  protected Picture() {}

  /** A picture. */
  public Picture(long id, String title) {
    this.id = id;
    this.title = title;
  }

  /** Its title, as it is now. */
  public String getTitle() {
    return title;
  }

  /** Gives it another title. */
  public void setTitle(String title) {
    this.title = title;
  }
}
