package io.queuejob.web.testkit;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.BulkAdmin;
import io.queuejob.admin.bulk.BulkPreview;
import io.queuejob.admin.bulk.BulkRequest;
import io.queuejob.admin.bulk.BulkSkip;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.admin.reach.Reach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One bulk change that is done, with its undo, and what was asked. */
public class GivenBulks implements BulkAdmin {
  public static final UUID ID = new UUID(1, 1);
  public static final UUID UNDO = new UUID(2, 2);
  public static final Instant UNTIL = Instant.EPOCH.plusSeconds(604_800);
  public final List<String> asked = new ArrayList<>();
  public RuntimeException failure;
  public Reach reach = Reach.NOWHERE;
  public Reach stays = Reach.EVERYWHERE;
  public Bulk.Undo undo = new Bulk.Undo(null, null, true, UNTIL);

  /** A cancel of two jobs. */
  public Bulk change(UUID id, String state, Bulk.Undo belongs) {
    Instant ended = state.equals("running") ? null : Instant.EPOCH;
    return new Bulk(
        id,
        new JobChange(BulkAction.CANCEL, null),
        "state:pending",
        false,
        "ann",
        2,
        new Bulk.Progress(state, Instant.EPOCH, Instant.EPOCH, ended, null, 2, 2, 0, null),
        belongs,
        stays);
  }

  @Override
  public Optional<Bulk> undo(UUID id, String actor) {
    return command("undo", id, actor)
        .map(one -> change(UNDO, "running", new Bulk.Undo(ID, null, false, null)));
  }

  private Optional<Bulk> command(String what, UUID id, String actor) {
    asked.add(what + " " + id + " by " + actor);
    if (failure != null) {
      throw failure;
    }
    return bulk(id);
  }

  @Override
  public Optional<Bulk> bulk(UUID id) {
    return id.equals(ID) ? Optional.of(change(ID, "done", undo)) : Optional.empty();
  }

  @Override
  public Optional<Bulk> confirm(UUID id, String actor) {
    return command("confirm", id, actor);
  }

  @Override
  public Optional<Bulk> stop(UUID id, String actor) {
    return command("stop", id, actor);
  }

  @Override
  public Optional<Bulk> resume(UUID id, String actor) {
    return command("resume", id, actor);
  }

  @Override
  public List<Bulk> list(UUID before, int limit) {
    return List.of(change(ID, "done", undo));
  }

  @Override
  public List<BulkSkip> skips(UUID id, long after, int limit) {
    return List.of();
  }

  @Override
  public BulkPreview preview(BulkRequest request) {
    return new BulkPreview(2, Map.of("pending", 2L), List.of(), Instant.EPOCH);
  }

  @Override
  public Bulk prepare(BulkRequest request, String actor) {
    asked.add("prepare " + request.change() + " by " + actor);
    return change(ID, "prepared", Bulk.Undo.NONE);
  }

  @Override
  public BulkAdmin within(Reach wanted) {
    reach = wanted;
    return this;
  }

  @Override
  public CommandResult change(UUID job, JobChange change, String actor) {
    asked.add("change " + job + " " + change + " by " + actor);
    return new CommandResult(CommandResult.Verdict.DONE, "pending", "so be it");
  }
}
