package io.queuejob.internal.operations.desk;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.api.error.QueueJobException;
import io.queuejob.api.error.StorageException;
import io.queuejob.internal.port.Transactions;
import java.time.Duration;

/** Carries commands out, each in a transaction of its own. */
final class Carried {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Transactions transactions;

  Carried(Transactions transactions) {
    this.transactions = transactions;
  }

  CommandResult out(Transactions.Work<CommandResult> command) {
    try {
      return transactions.inNew(TIMEOUT, command);
    } catch (QueueJobException | IllegalArgumentException e) {
      throw e;
    } catch (Exception e) {
      throw new StorageException("QJ7082", "the change was not carried out: " + e.getMessage(), e);
    }
  }

  static String person(String actor) {
    return actor == null || actor.isBlank() ? "unknown" : actor;
  }

  static CommandResult done(String message) {
    return new CommandResult(Verdict.DONE, null, message);
  }

  static CommandResult refused(String message) {
    return new CommandResult(Verdict.REFUSED, null, message);
  }

  static CommandResult notFound(String message) {
    return new CommandResult(Verdict.NOT_FOUND, null, message);
  }
}
