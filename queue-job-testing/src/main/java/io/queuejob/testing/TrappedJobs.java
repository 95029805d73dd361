package io.queuejob.testing;

import io.queuejob.api.Delayable;
import io.queuejob.api.IdentityScope;
import io.queuejob.api.JobContext;
import io.queuejob.api.JobRef;
import io.queuejob.api.JobState;
import io.queuejob.spi.CapturedCall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is in the trap, in the order of the calls, and what ran out of it. */
final class TrappedJobs {

  private final List<TrappedJob> calls = new ArrayList<>();
  private final List<TrappedJob> waiting = new ArrayList<>();
  private final List<TrappedJob> over = new ArrayList<>();
  private final List<TrappedJob> withTwin = new ArrayList<>();
  private final List<Delayable<?>> made = new ArrayList<>();
  private TrappedJob running;

  /** A job that the running one waited for. */
  private record TrappedParent(TrappedJob job) implements JobContext.Parent {

    @Override
    public JobRef ref() {
      return job.ref();
    }

    @Override
    public String function() {
      return job.function();
    }

    @Override
    public String description() {
      return job.description();
    }

    /** The value as text; in a server it is its JSON. */
    @Override
    public String result() {
      return job.result() == null ? null : job.result().toString();
    }

    @Override
    public <T> Optional<T> value(Class<T> type) {
      return Optional.ofNullable(job.result()).map(type::cast);
    }
  }

  synchronized void add(TrappedJob job) {
    calls.add(job);
    waiting.add(job);
  }

  /** A call that a twin stands for. */
  synchronized void addCall(TrappedJob call) {
    calls.add(call);
    withTwin.add(call);
  }

  /** Remembers a delayable, of which nobody may ever think again. */
  synchronized <T> Delayable<T> made(Delayable<T> delayable) {
    made.add(delayable);
    return delayable;
  }

  /** What may explain that a job is missing: lines to add to a failure's text. */
  synchronized String remarks() {
    StringBuilder text = new StringBuilder();
    long forgotten = made.stream().filter(one -> one.ref().isEmpty()).count();
    if (!withTwin.isEmpty()) {
      text.append("\nmade no job, as one with the identity key was there:");
      withTwin.forEach(call -> text.append("\n  - ").append(call));
    }
    if (forgotten > 0) {
      text.append("\nmade and not delayed: ")
          .append(forgotten)
          .append(forgotten == 1 ? " delayable" : " delayables")
          .append("; call delay() upon it, or upon the graph that it is part of");
    } else if (calls.isEmpty()) {
      text.append("\nnothing was delayed through this trap so far: assert after the call, and give")
          .append(" the code under test trap.queue() and trap.bean(…)");
    }
    return text.toString();
  }

  /** Every call, those with a twin included. */
  synchronized List<TrappedJob> calls() {
    return List.copyOf(calls);
  }

  /** The jobs that wait. */
  synchronized List<TrappedJob> all() {
    return List.copyOf(waiting);
  }

  synchronized void clear() {
    calls.clear();
    waiting.clear();
    over.clear();
    withTwin.clear();
    made.clear();
    running = null;
  }

  /** All that wait; none is left. */
  synchronized List<TrappedJob> takeAll() {
    List<TrappedJob> taken = List.copyOf(waiting);
    waiting.clear();
    return taken;
  }

  /** The job that stands for a call (S-TT-02, S-ID-07). */
  synchronized Optional<TrappedJob> twinOf(CapturedCall call) {
    Predicate<TrappedJob> same = job -> call.identityKey().equals(job.identityKey());
    Stream<TrappedJob> held =
        Stream.ofNullable(running)
            .filter(job -> job.identityScope() == IdentityScope.QUEUED_OR_RUNNING);
    return Stream.concat(waiting.stream(), held).filter(same).findFirst();
  }

  synchronized Optional<TrappedJob> find(JobRef ref) {
    return Stream.of(waiting, over, running == null ? List.<TrappedJob>of() : List.of(running))
        .flatMap(Collection::stream)
        .filter(job -> job.ref().equals(ref))
        .findFirst();
  }

  /** Cancels a job that waits, and those that wait for it; whether it was there. */
  synchronized boolean cancel(JobRef ref, boolean dependents) {
    Optional<TrappedJob> found = waiting.stream().filter(job -> job.ref().equals(ref)).findFirst();
    if (found.isEmpty()) {
      return false;
    }
    Set<JobRef> gone = new LinkedHashSet<>(Set.of(ref));
    // children come after their parents
    for (TrappedJob job : List.copyOf(waiting)) {
      boolean isMeant =
          job.ref().equals(ref) || dependents && job.parents().stream().anyMatch(gone::contains);
      if (isMeant) {
        gone.add(job.ref());
        end(job, JobState.CANCELLED);
      }
    }
    return true;
  }

  /** Notes which job runs now; null for none. */
  synchronized void runs(TrappedJob job) {
    running = job;
    if (job != null) {
      waiting.remove(job);
    }
  }

  synchronized void end(TrappedJob job, JobState state) {
    job.become(state);
    waiting.remove(job);
    over.remove(job);
    over.add(job);
  }

  /** A job that is to run again, in its old place. */
  synchronized void putBack(TrappedJob job) {
    int place = 0;
    while (place < waiting.size() && calls.indexOf(waiting.get(place)) < calls.indexOf(job)) {
      place++;
    }
    waiting.add(place, job);
  }

  /** What the parents of a job left that are done. */
  synchronized List<JobContext.Parent> parentsOf(TrappedJob job) {
    return job.parents().stream()
        .map(this::find)
        .flatMap(Optional::stream)
        .filter(parent -> parent.state() == JobState.DONE)
        .<JobContext.Parent>map(TrappedParent::new)
        .toList();
  }

  /** Whether all that a job waits for is done, or was never in this trap. */
  synchronized boolean isReleased(TrappedJob job) {
    return job.parents().stream()
        .map(this::find)
        .flatMap(Optional::stream)
        .allMatch(parent -> parent.state() == JobState.DONE);
  }
}
