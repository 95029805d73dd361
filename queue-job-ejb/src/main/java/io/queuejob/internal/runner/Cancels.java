package io.queuejob.internal.runner;

import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.protocol.Runs;
import io.queuejob.internal.runner.local.Dispatcher;
import io.queuejob.internal.runner.local.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers requests to cancel jobs that this node holds; the pulse's thread. */
final class Cancels {
  private final Dispatcher dispatcher;
  private final ClaimBook book;
  private final Node.Parts parts;
  private final Surroundings.Events events;

  Cancels(Dispatcher dispatcher, ClaimBook book, Node.Parts parts, Surroundings.Events events) {
    this.dispatcher = dispatcher;
    this.book = book;
    this.parts = parts;
    this.events = events;
  }

  /**
   * Cancels what did not start, asks what runs, and forgets requests for what is not held any more.
   *
   * @param tokens tokens by job
   */
  void answer(Map<Long, Long> tokens) {
    if (tokens.isEmpty()) {
      return;
    }
    List<Runs.Run> answered = new ArrayList<>();
    tokens.forEach(
        (job, token) -> {
          if (!book.isOpen(token)) {
            answered.add(new Runs.Run(job, token, 0));
          }
        });
    if (!answered.isEmpty()) {
      parts.pulse().runs().forget(answered);
    }
    dispatcher.cancel(tokens).forEach(this::cancel);
  }

  private void cancel(ClaimedJob job) {
    try {
      parts.threads().execute(null, () -> cancelNow(job));
    } catch (RuntimeException e) {
      events.unsettled(job);
    }
  }

  private void cancelNow(ClaimedJob job) {
    boolean done = false;
    try {
      done = parts.execution().cancel(job);
    } finally {
      if (done) {
        events.settled(job);
      } else {
        events.unsettled(job);
      }
    }
  }
}
