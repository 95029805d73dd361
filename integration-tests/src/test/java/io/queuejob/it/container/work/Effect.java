package io.queuejob.it.container.work;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** What one run of a job did. */
@Entity
public class Effect {
  @Id @GeneratedValue private long id;
  private String name;
  private String circumstances;

  protected Effect() {}

  /** An effect of a name, and under which circumstances it came about. */
  public Effect(String name, String circumstances) {
    this.name = name;
    this.circumstances = circumstances;
  }
}
