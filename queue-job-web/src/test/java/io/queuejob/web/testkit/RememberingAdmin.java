package io.queuejob.web.testkit;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.JobDetail;
import io.queuejob.admin.JobFilter;
import io.queuejob.admin.JobPage;
import io.queuejob.admin.JobRow;
import io.queuejob.admin.StuckJobs;
import io.queuejob.admin.reach.Reach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers with what a test put in, and remembers what it was asked. */
public class RememberingAdmin implements JobAdmin {
  public final List<String> asked = new ArrayList<>();
  public Reach reach = Reach.NOWHERE;
  public final List<JobFilter> filters = new ArrayList<>();
  public JobPage page = new JobPage(List.of(), false);
  public JobRow row;
  public boolean secretResult;
  public RuntimeException failure;

  @Override
  public JobPage list(JobFilter filter) {
    filters.add(filter);
    failIfWanted();
    return page;
  }

  @Override
  public Map<String, Long> countByState() {
    return Map.of("failed", 3L, "done", 100_000L);
  }

  @Override
  public Optional<JobDetail> job(UUID uuid) {
    failIfWanted();
    return Optional.ofNullable(row)
        .filter(one -> one.uuid().equals(uuid))
        .map(one -> secretResult ? Rows.withSecretResult(one) : Rows.detail(one));
  }

  @Override
  public Optional<String> reveal(UUID uuid, String actor) {
    asked.add("reveal by " + actor);
    failIfWanted();
    return Optional.ofNullable(row)
        .filter(one -> one.uuid().equals(uuid))
        .map(one -> "{\"v\":1,\"args\":[7]}");
  }

  @Override
  public Optional<String> revealResult(UUID uuid, String actor) {
    asked.add("reveal result by " + actor);
    failIfWanted();
    return Optional.ofNullable(row).filter(one -> one.uuid().equals(uuid)).map(one -> "\"hush\"");
  }

  @Override
  public CommandResult requeue(UUID uuid, String actor) {
    return answer("requeue", actor);
  }

  @Override
  public CommandResult cancel(UUID uuid, String actor, boolean dependents) {
    return answer(dependents ? "cancel" : "cancel alone", actor);
  }

  @Override
  public CommandResult setDone(UUID uuid, String actor) {
    return answer("setDone", actor);
  }

  @Override
  public StuckJobs requeueStuck(Duration enqueued, Duration started, String actor) {
    asked.add("stuck " + enqueued + " " + started + " by " + actor);
    failIfWanted();
    return new StuckJobs(1, 2);
  }

  @Override
  public JobAdmin within(Reach wanted) {
    reach = wanted;
    return this;
  }

  private CommandResult answer(String command, String actor) {
    asked.add(command + " by " + actor);
    return new CommandResult(CommandResult.Verdict.DONE, "pending", "done so");
  }

  private void failIfWanted() {
    if (failure != null) {
      throw failure;
    }
  }
}
