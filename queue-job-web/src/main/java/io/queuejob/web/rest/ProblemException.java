package io.queuejob.web.rest;

/** Carries a refusal from where it is found to where it is answered. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  /** Refuses with a problem document. */
  public ProblemException(Problem problem) {
    super(problem.id() + " " + problem.detail());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
