package io.queuejob.testing;

import io.queuejob.api.Delayed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A bean of an application. */
public class Thumbnails {

  final List<String> made = new ArrayList<>();

  @Delayed(channel = "root.images", priority = 20, description = "Thumbnail of picture {0}")
  public void generate(long pictureId, int width, int height) {
    made.add(pictureId + " " + width + "x" + height);
  }

  /** An ordinary method. */
  public int forget(List<Long> pictures) {
    made.clear();
    return pictures.size();
  }

  /** Another one. */
  public void offer(Set<String> sizes) {
    made.addAll(sizes);
  }

  /** A parameter that JSON cannot bring back. */
  public void generateAll(Iterable<?> pictures) {
    pictures.forEach(p -> made.add("" + p));
  }
}
