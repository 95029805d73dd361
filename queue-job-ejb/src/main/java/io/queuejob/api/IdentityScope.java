package io.queuejob.api;

/** How long a job with an identity key keeps others with the same key out (S-ID-03, S-ID-07). */
public enum IdentityScope {
  /**
   * While it waits: for its ETA, for its parents or for a free slot. A job that runs has read its
   * data, so a call that comes then makes a new job. The default.
   */
  QUEUED("queued"),

  /** Until it ended: a call that comes while it runs makes no new job. */
  QUEUED_OR_RUNNING("queued_or_running");

  private final String word;

  IdentityScope(String word) {
    this.word = word;
  }

  /** As it is stored. */
  public String word() {
    return word;
  }
}
