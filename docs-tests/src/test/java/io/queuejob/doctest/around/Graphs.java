package io.queuejob.doctest.around;

import io.queuejob.api.Delayable;
import io.queuejob.api.JobQueue;
import io.queuejob.api.JobRef;
import java.util.List;

/** docs/graphs.md. */
public abstract class Graphs {
  protected JobQueue jobs;
  protected JobRef ref;
  protected Delayable<?> a;
  protected Delayable<?> b;
  protected Delayable<?> c;
  protected long order;
  protected String shop;
  protected String tenant;
  protected List<Long> orderIds;

  /** The reader's. */
  public static class Thumbnails {
    public void generate(long image, int width, int height) {}
  }

  /** The reader's. */
  public static class Mails {
    public void send(long order) {}
  }

  /** The reader's. */
  public static class Reports {
    public void print(int number) {}
  }

  /** The reader's. */
  public static class Invoices {
    public void print(List<Long> orders) {}
  }

  /** The reader's. */
  public static class Index {
    public void rebuild(String shop) {}
  }
}
