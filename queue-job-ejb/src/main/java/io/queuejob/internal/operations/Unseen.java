package io.queuejob.internal.operations;

import io.queuejob.api.error.QueueJobException;
import java.util.UUID;

/** A command was given upon a job that its giver may not see: answered as if there was none. */
public final class Unseen extends QueueJobException {
  private static final long serialVersionUID = 1L;

  Unseen(UUID job) {
    super("QJ7002", JobCommands.notThere(job));
  }
}
