package io.queuejob.web.jobs;

import java.text.NumberFormat;
import java.util.Locale;

/** Numbers of jobs for people. */
public final class Counted {
  private Counted() {}

  /** Grouped by thousands; from where counting stopped on with a plus. */
  public static String text(long jobs, long cut) {
    NumberFormat format = NumberFormat.getIntegerInstance(Locale.ENGLISH);
    return jobs >= cut ? format.format(cut) + "+" : format.format(jobs);
  }
}
