package io.queuejob.internal.operations.bulk;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.CommandResult.Verdict;

/**
 * What came of the change of a job.
 *
 * @param result as people are told
 * @param before what there was before; null if that is not known, or nothing can give it back
 */
record ChangeOutcome(CommandResult result, String before) {

  /** One that leaves nothing to undo. */
  static ChangeOutcome of(CommandResult result) {
    return new ChangeOutcome(result, null);
  }

  static ChangeOutcome refused(String state, String message) {
    return of(new CommandResult(Verdict.REFUSED, state, message));
  }

  boolean isDone() {
    return result.verdict() == Verdict.DONE || result.verdict() == Verdict.REQUESTED;
  }
}
