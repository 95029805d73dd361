package io.queuejob.doctest.around;

import io.queuejob.api.Delayed;
import io.queuejob.api.JobQueue;
import io.queuejob.api.JobRef;
import javax.sql.DataSource;

/** docs/testing.md. */
public abstract class Testing {
  public static final Object picture = new Object();
  public static DataSource dataSource;
  public static Gallery gallery;

  /** The reader's. */
  public static class Thumbnails {
    @Delayed
    public void generate(long image, int width, int height) {}
  }

  /** The reader's. */
  public static class Gallery {
    public Gallery(Thumbnails thumbnails, JobQueue jobs) {}

    public JobRef add(Object picture) {
      throw new UnsupportedOperationException();
    }
  }
}
