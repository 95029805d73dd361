package io.queuejob.testing.mistake;

import io.queuejob.api.Delayed;
import java.util.List;

/** A bean of an application. */
public class Thumbnails {

  @Delayed(channel = "root.images", priority = 20, description = "Thumbnail of picture {0}")
  public void generate(long picture, int width, int height) {}

  /** Not delayed. */
  public void forget(List<Long> pictures) {}

  /** Of a type that says nothing of what is in it. */
  public void generateAll(Iterable<?> pictures) {}
}
