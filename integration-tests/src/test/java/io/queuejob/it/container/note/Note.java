package io.queuejob.it.container.note;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostPersist;

/** A business row; one whose text begins with "call" or "try" delays a call while it is written. */
@Entity
public class Note {
  @Id private String text;

  protected Note() {}

  /** A note that is known by its text. */
  public Note(String text) {
    this.text = text;
  }

  /** Its text. */
  public String getText() {
    return text;
  }

  @PostPersist
  void written() {
    if (text.startsWith("call") || text.startsWith("try")) {
      CDI.current().select(Callbacks.class).get().written(text);
    }
  }
}
