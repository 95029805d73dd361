package io.queuejob.web.jobs;

import io.queuejob.admin.search.JobGroup;
import io.queuejob.web.StateWord;
import io.queuejob.web.VisibleText;
import java.time.Instant;

/**
 * A group of jobs as a line.
 *
 * @param group what was counted
 * @param address of the list of its jobs
 * @param filter the whole filter of that list
 */
public record GroupLine(JobGroup group, String address, String filter) {
  private static final long CUT = 100_000;

  /** What its jobs have in common, in one line. */
  public String title() {
    String key = VisibleText.firstLine(group.key());
    return key == null || key.isEmpty() ? "?" : key;
  }

  /** The state, of groups by state; null for others. */
  public StateWord state() {
    return group.filter().startsWith("state:") ? StateWord.of(group.key()).orElse(null) : null;
  }

  /** The number of jobs for people. */
  public String count() {
    return Counted.text(group.jobs(), CUT);
  }

  public int functions() {
    return group.functions();
  }

  public Instant first() {
    return group.first();
  }

  public Instant last() {
    return group.last();
  }
}
