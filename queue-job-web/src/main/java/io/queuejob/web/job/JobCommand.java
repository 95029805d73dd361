package io.queuejob.web.job;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.JobAdmin;
import io.queuejob.web.StateWord;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** What a person may ask for, and in which states it is offered. */
enum JobCommand {
  REQUEUE(EnumSet.of(StateWord.FAILED, StateWord.DONE, StateWord.CANCELLED)),
  SET_DONE(
      EnumSet.of(
          StateWord.WAIT_DEPENDENCIES, StateWord.PENDING, StateWord.FAILED, StateWord.CANCELLED)),
  /** Of a job that a node holds this is a request. */
  CANCEL(
      EnumSet.of(
          StateWord.WAIT_DEPENDENCIES,
          StateWord.PENDING,
          StateWord.ENQUEUED,
          StateWord.STARTED,
          StateWord.FAILED));

  @SuppressWarnings("ImmutableEnumChecker") // filled once, handed to nobody
  private final Set<StateWord> from;

  JobCommand(Set<StateWord> from) {
    this.from = from;
  }

  /** Whether the pages offer it for a job in that state. */
  boolean isOfferedIn(StateWord state) {
    return from.contains(state);
  }

  CommandResult run(JobAdmin admin, UUID uuid, String actor) {
    return switch (this) {
      case REQUEUE -> admin.requeue(uuid, actor);
      case CANCEL -> admin.cancel(uuid, actor);
      case SET_DONE -> admin.setDone(uuid, actor);
    };
  }
}
