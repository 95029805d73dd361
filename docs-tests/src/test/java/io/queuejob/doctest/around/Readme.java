package io.queuejob.doctest.around;

import io.queuejob.api.JobQueue;

/** README.md. */
public abstract class Readme {
  protected long image;
  protected Object picture;

  protected static void log(Object anything) {}

  /** The reader's. */
  public static class Thumbnails {
    public void generate(long image, int width, int height) {}
  }

  /** The reader's. */
  public static class Gallery {
    public Gallery(JobQueue jobs) {}

    public void add(Object picture) {}
  }
}
