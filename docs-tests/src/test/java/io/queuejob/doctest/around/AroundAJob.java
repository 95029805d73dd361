package io.queuejob.doctest.around;

/** docs/around-a-job.md. */
public abstract class AroundAJob {
  protected Shop shop;
  protected Object basket;

  /** The reader's. */
  public interface Shop {
    void order(Object basket);
  }

  /** The reader's. */
  public interface Links {
    String toOrder(long order);
  }
}
