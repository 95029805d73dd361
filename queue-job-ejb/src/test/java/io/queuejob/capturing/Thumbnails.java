package io.queuejob.capturing;

import io.queuejob.api.Delayed;
import io.queuejob.api.JobRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A bean of the application. */
@ApplicationScoped
public class Thumbnails {

  /** A value whose text is meant for people. */
  public record Size(int width) {}

  /** One whose text is not. */
  public static class Note {}

  /** A business interface with two beans. */
  interface Prints {
    void print(String text);
  }

  @ApplicationScoped
  static class FirstPrinter implements Prints {
    @Override
    public void print(String text) {}
  }

  @ApplicationScoped
  static class SecondPrinter implements Prints {
    @Override
    public void print(String text) {}
  }

  @Delayed(
      channel = "images",
      priority = 20,
      maxRetries = 2,
      timeoutSeconds = 60,
      description = "Thumbnail of picture {0}, {9}")
  public void generate(long picture, String size) {
    Shop.RAN.add("generate " + picture + " " + size);
  }

  @Delayed
  public JobRef tracked(int n) {
    Shop.RAN.add("tracked " + n);
    return null;
  }

  public String plain(String text) {
    Shop.RAN.add("plain " + text);
    return text;
  }

  public void several(List<Integer> many, Size size, Note note) {
    Shop.RAN.add("several");
  }

  public void thread(Thread thread) {
    Shop.RAN.add("thread");
  }
}
