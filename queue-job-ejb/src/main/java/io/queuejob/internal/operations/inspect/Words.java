package io.queuejob.internal.operations.inspect;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.CommandResult.Verdict;
import java.util.UUID;

/** Answers that several commands give. */
final class Words {
  private Words() {}

  static CommandResult noSuchJob(UUID uuid) {
    return new CommandResult(
        Verdict.NOT_FOUND,
        null,
        "QJ7063 there is no job " + uuid + "; it may have been removed by retention.");
  }
}
