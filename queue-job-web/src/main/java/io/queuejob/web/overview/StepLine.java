package io.queuejob.web.overview;

import io.queuejob.admin.overview.Step;
import java.time.Instant;

/**
 * A step of the charts as a line of the table that says the same in words.
 *
 * @param index its place among the steps
 * @param step it
 */
public record StepLine(int index, Step step) {
  public Instant began() {
    return step.began();
  }

  public String done() {
    return Words.number(step.ended().done());
  }

  public String failed() {
    return Words.number(step.ended().failed());
  }

  public String retried() {
    return Words.number(step.ended().retried());
  }

  public String waitHalf() {
    return Words.length(step.ended().waited().p50());
  }

  public String waitMost() {
    return Words.length(step.ended().waited().p95());
  }

  public String waitAlmostAll() {
    return Words.length(step.ended().waited().p99());
  }

  public String runHalf() {
    return Words.length(step.ended().ran().p50());
  }

  public String runMost() {
    return Words.length(step.ended().ran().p95());
  }

  public String runAlmostAll() {
    return Words.length(step.ended().ran().p99());
  }
}
