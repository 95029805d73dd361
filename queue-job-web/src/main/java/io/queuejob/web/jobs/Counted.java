package io.queuejob.web.jobs;

import io.queuejob.web.language.Figures;

/** Numbers of jobs for people. */
public final class Counted {
  private Counted() {}

  /** Grouped by thousands; from where counting stopped on with a plus. */
  public static String text(long jobs, long cut) {
    return jobs >= cut ? Figures.whole(cut) + "+" : Figures.whole(jobs);
  }
}
