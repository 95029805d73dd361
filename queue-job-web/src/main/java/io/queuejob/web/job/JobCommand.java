package io.queuejob.web.job;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.job.JobDossier;
import io.queuejob.web.StateWord;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** What a person may ask for, and in which states it is offered. */
enum JobCommand {
  REQUEUE(EnumSet.of(StateWord.FAILED, StateWord.DONE, StateWord.CANCELLED)),
  /** With all that lies downstream. */
  REQUEUE_FROM(EnumSet.of(StateWord.FAILED, StateWord.DONE, StateWord.CANCELLED)),
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
          StateWord.FAILED)),
  /** Without those that wait for it. */
  CANCEL_ALONE(EnumSet.complementOf(EnumSet.of(StateWord.DONE, StateWord.CANCELLED))),
  COPY(EnumSet.allOf(StateWord.class));

  @SuppressWarnings("ImmutableEnumChecker") // filled once, handed to nobody
  private final Set<StateWord> from;

  JobCommand(Set<StateWord> from) {
    this.from = from;
  }

  /** Whether the pages offer it for a job in that state. */
  boolean isOfferedIn(StateWord state) {
    return from.contains(state);
  }

  CommandResult run(JobAdmin admin, JobDossier dossier, UUID uuid, String actor) {
    return switch (this) {
      case REQUEUE -> admin.requeue(uuid, actor);
      case REQUEUE_FROM -> dossier.requeueFrom(uuid, actor);
      case CANCEL -> admin.cancel(uuid, actor);
      case CANCEL_ALONE -> admin.cancel(uuid, actor, false);
      case SET_DONE -> admin.setDone(uuid, actor);
      case COPY -> dossier.copy(uuid, actor).result();
    };
  }
}
