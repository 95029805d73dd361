package io.queuejob.web.testkit;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.job.JobCopy;
import io.queuejob.admin.job.JobDossier;
import io.queuejob.admin.job.JobGraphRows;
import io.queuejob.admin.job.JobNow;
import io.queuejob.admin.job.LogLine;
import io.queuejob.admin.job.WaitReason;
import io.queuejob.admin.reach.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Knows of each job that it waits for nothing, and remembers what it was asked. */
public class RememberingDossier implements JobDossier {
  public final List<String> asked = new ArrayList<>();
  public Reach reach = Reach.NOWHERE;
  public String line = "second line";
  public boolean child;

  @Override
  public Optional<JobNow> now(UUID uuid) {
    List<WaitReason> reasons = List.of(WaitReason.of(WaitReason.Code.NOTHING));
    return Optional.of(
        new JobNow(Rows.CREATED, reasons, null, null, null, "engine", List.of("order")));
  }

  @Override
  public Optional<JobGraphRows> graph(UUID uuid) {
    List<JobGraphRows.Node> nodes = new ArrayList<>();
    nodes.add(node(uuid.getLeastSignificantBits(), uuid, "pending"));
    List<JobGraphRows.Edge> edges = new ArrayList<>();
    if (child) {
      nodes.add(node(77, new UUID(0x4000, 77), "wait_dependencies"));
      edges.add(new JobGraphRows.Edge(uuid.getLeastSignificantBits(), 77, true));
    }
    return Optional.of(new JobGraphRows(null, nodes, edges, false));
  }

  private static JobGraphRows.Node node(long id, UUID uuid, String state) {
    return new JobGraphRows.Node(id, uuid, "Invoices.print(long)", "", state, null);
  }

  @Override
  public Optional<List<LogLine>> log(UUID uuid, Long after, int limit) {
    return Optional.of(List.of(new LogLine(1, 1, Rows.CREATED.plusSeconds(1), line)));
  }

  @Override
  public JobCopy copy(UUID uuid, String actor) {
    return new JobCopy(answer("copy", actor), new UUID(0x4000, 99));
  }

  @Override
  public CommandResult requeueFrom(UUID uuid, String actor) {
    return answer("requeueFrom", actor);
  }

  @Override
  public JobDossier within(Reach wanted) {
    reach = wanted;
    return this;
  }

  private CommandResult answer(String command, String actor) {
    asked.add(command + " by " + actor);
    return new CommandResult(CommandResult.Verdict.DONE, "pending", "done so");
  }
}
