package io.queuejob.engine.graph;

import io.queuejob.api.JobContext;
import io.queuejob.api.call.Secret;
import io.queuejob.api.error.NothingToDoException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Jobs that look at what their parents left. */
public class Family {
  final List<String> seen = new CopyOnWriteArrayList<>();
  private volatile JobContext job;

  void knows(JobContext context) {
    job = context;
  }

  public int number(int value) {
    return value;
  }

  public List<String> words(String one, String other) {
    return List.of(one, other);
  }

  public void nothing() {
    throw new NothingToDoException("all was done before");
  }

  @Secret
  public String password() {
    return "hush";
  }

  /** Notes what each parent left, as a number if it is one. */
  public void collect() {
    seen.add("parents " + job.parents().size());
    for (JobContext.Parent parent : job.parents()) {
      String function = parent.function().replaceAll(".*\\.|\\(.*", "");
      seen.add(function + " " + parent.result());
    }
  }

  /** Adds the numbers of its parents. */
  public int sum() {
    return job.parents().stream().mapToInt(p -> p.value(Integer.class).orElse(0)).sum();
  }

  /** Asks for a number where there is none. */
  public void ask() {
    job.parents().get(0).value(Integer.class);
  }
}
