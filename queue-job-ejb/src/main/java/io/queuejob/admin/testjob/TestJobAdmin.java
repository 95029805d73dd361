package io.queuejob.admin.testjob;

import java.util.Map;

/**
 * Makes test jobs, which do nothing but fail as often as they are asked to: to see whether jobs run
 * at all, and what failures, retries and graphs look like. They run where the setting {@code
 * queue-job.test-jobs} is on. The implementation is injected: {@code @Inject TestJobAdmin
 * testJobs}. Rights are asked by the caller.
 */
public interface TestJobAdmin {
  /** Most jobs that one command makes. */
  int MOST_JOBS = 10_000;

  /**
   * Stores one test job, or a random graph of them in chains and groups of up to five; all or none.
   * Each option may be left out, or be blank:
   *
   * <ul>
   *   <li>{@code size}: how many, 1 to {@link #MOST_JOBS}, else 1; more than one are a graph
   *   <li>{@code failure_rate}: which part of their runs is to fail, 0 to 1, else 0
   *   <li>{@code steady}: true if all runs of a job are to end alike, else each is drawn anew
   *   <li>{@code max_retries}: attempts allowed, 0 for no limit, else 1
   *   <li>{@code priority}: a whole number, else 10
   *   <li>{@code channel}: a path, else root
   *   <li>{@code description}: for people, up to 200 characters
   *   <li>{@code application}: whose nodes run them; needed only where those of several would
   * </ul>
   *
   * <p>Refused if no live node would run them (QJ7071), if nodes of several applications would
   * (QJ7072), or if the channel takes no more (QJ3008).
   *
   * @param options texts by the name of an option
   * @param actor who asks for it, the caller of the new jobs and kept in the audit
   * @throws IllegalArgumentException with the message's id in front (QJ7070), if an option does not
   *     exist or its text cannot be used; nothing was stored
   */
  TestJobs make(Map<String, String> options, String actor);
}
