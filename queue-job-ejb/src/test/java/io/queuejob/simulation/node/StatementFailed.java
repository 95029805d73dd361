package io.queuejob.simulation.node;

/** What a client gets if a statement failed, or its reply was lost. */
final class StatementFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StatementFailed(String message) {
    super(message, null, false, false);
  }
}
