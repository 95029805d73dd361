package io.queuejob.testing;

import io.queuejob.spi.CapturedCall;
import java.util.List;
import java.util.function.Function;

/** Texts that show trapped jobs. */
final class Listing {

  private static final int LONGEST = 500;

  private Listing() {}

  /** Such as {@code Thumbnails.generate(1,50,50)}. */
  static String call(CapturedCall call) {
    String json = call.json();
    String arguments = json.substring(1, json.length() - 1);
    if (arguments.length() > LONGEST) {
      arguments = arguments.substring(0, LONGEST) + "…";
    }
    return call.bean().getSimpleName() + "." + call.method() + "(" + arguments + ")";
  }

  /** Such as {@code 2 queued calls}. */
  static String counted(int count) {
    return count == 1 ? "1 queued call" : count + " queued calls";
  }

  static String of(List<TrappedJob> jobs) {
    return of(jobs, job -> "");
  }

  /** One line for each job, with what there is to say about it. */
  static String of(List<TrappedJob> jobs, Function<TrappedJob, String> remark) {
    if (jobs.isEmpty()) {
      return "found none";
    }
    StringBuilder text = new StringBuilder("found ").append(counted(jobs.size())).append(':');
    for (int i = 0; i < jobs.size(); i++) {
      TrappedJob job = jobs.get(i);
      text.append("\n  ").append(i + 1).append(". ").append(job);
      String remarked = remark.apply(job);
      if (!remarked.isEmpty()) {
        text.append("  <- ").append(remarked);
      }
    }
    return text.toString();
  }
}
