package io.queuejob.internal.operations.inspect;

import io.queuejob.admin.CommandResult;

/** Ends a command's transaction with an answer that is none of a failure. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient CommandResult result;

  Refused(CommandResult result) {
    super(result.message());
    this.result = result;
  }

  static Refused inState(String state, String message) {
    return new Refused(new CommandResult(CommandResult.Verdict.REFUSED, state, message));
  }

  CommandResult result() {
    return result;
  }
}
