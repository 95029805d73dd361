package io.queuejob.it.container.work;

import jakarta.enterprise.context.RequestScoped;

/** Counts from 1 in each request. */
@RequestScoped
public class PerRequest {
  private int calls;

  /** Number of this call. */
  public int next() {
    return ++calls;
  }
}
