package io.queuejob.testing;

import io.queuejob.api.JobState;
import io.queuejob.api.error.NothingToDoException;
import io.queuejob.api.error.RetryableJobException;
import io.queuejob.testing.support.Instances;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Runs what is due, one after the other, as a node with one worker would. */
final class Drain {

  /** More runs than this are a job that delays itself for ever. */
  private static final int MOST_RUNS = 100_000;

  private final TrappedJobs jobs;
  private final InstantSource clock;
  private final Instances instances;
  private final List<TrappedJob> done = new ArrayList<>();
  private final List<TrappedJob> failed = new ArrayList<>();

  Drain(TrappedJobs jobs, InstantSource clock, Instances instances) {
    this.jobs = jobs;
    this.clock = clock;
    this.instances = instances;
  }

  Drained run() {
    jobs.all().forEach(job -> instances.of(job.bean(), job));
    int runs = 0;
    for (Optional<TrappedJob> next = next(); next.isPresent(); next = next()) {
      if (++runs > MOST_RUNS) {
        throw new IllegalStateException(
            "expected the trap to be drained after "
                + MOST_RUNS
                + " runs, found that "
                + next.get()
                + " is due again; a job that delays itself without an eta never ends");
      }
      attempt(next.get());
    }
    return new Drained(done, failed, jobs.all());
  }

  private Optional<TrappedJob> next() {
    Instant now = clock.instant();
    return jobs.all().stream()
        .filter(job -> !job.due().isAfter(now) && jobs.isReleased(job))
        .min(Comparator.comparingInt(TrappedJob::priority));
  }

  private void attempt(TrappedJob job) {
    Object instance = instances.of(job.bean(), job);
    jobs.runs(job);
    try {
      job.run(instance, jobs.parentsOf(job));
      end(job, JobState.DONE, done);
    } catch (NothingToDoException e) {
      end(job, JobState.DONE, done);
    } catch (RetryableJobException e) {
      retry(job, e);
    } catch (Exception | AssertionError e) {
      fail(job, e);
    } finally {
      jobs.runs(null);
    }
  }

  private void retry(TrappedJob job, RetryableJobException error) {
    if (job.retryAfter(error, clock.instant())) {
      jobs.putBack(job);
    } else {
      fail(job, error);
    }
  }

  private void fail(TrappedJob job, Throwable error) {
    job.failedBy(error);
    end(job, JobState.FAILED, failed);
  }

  private void end(TrappedJob job, JobState state, List<TrappedJob> ended) {
    jobs.end(job, state);
    ended.add(job);
  }
}
