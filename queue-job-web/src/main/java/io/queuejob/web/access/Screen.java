package io.queuejob.web.access;

import java.util.stream.Stream;

/** The pages of the admin that have an address; everything else in its folder is part of one. */
public enum Screen {
  JOBS("jobs"),
  JOB("job"),
  BULK("bulk"),
  EXPORT("export"),
  CHANNELS("channels"),
  NODES("nodes"),
  AUDIT("audit"),
  FUNCTIONS("functions"),
  FUNCTION("function"),
  DOCTOR("doctor");

  private final String page;

  Screen(String page) {
    this.page = page;
  }

  /** Whether a view is one of the pages. */
  static boolean is(String viewId) {
    return Stream.of(values()).anyMatch(screen -> viewId.equals(screen.viewId()));
  }

  private String viewId() {
    return "/queue-job/" + page + ".xhtml";
  }
}
