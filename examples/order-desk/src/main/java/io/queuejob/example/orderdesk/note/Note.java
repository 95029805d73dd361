package io.queuejob.example.orderdesk.note;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A few words to remember. */
@Entity
@Table(schema = "order_desk", name = "note")
public class Note {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_desk.note_seq")
  @SequenceGenerator(
      name = "order_desk.note_seq",
      sequenceName = "order_desk.note_seq",
      allocationSize = 1)
  private Long id;

  @Column(name = "text")
  private String text;

  protected Note() {}

  Note(String text) {
    this.text = text;
  }

  /** The note's number; null until it is persisted. */
  public Long getId() {
    return id;
  }

  /** What it says. */
  public String getText() {
    return text;
  }
}
