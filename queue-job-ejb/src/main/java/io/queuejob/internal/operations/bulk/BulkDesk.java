package io.queuejob.internal.operations.bulk;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.BulkAdmin;
import io.queuejob.admin.bulk.BulkPreview;
import io.queuejob.admin.bulk.BulkRequest;
import io.queuejob.admin.bulk.BulkSkip;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.admin.reach.Reach;
import io.queuejob.admin.search.JobGroup;
import io.queuejob.admin.search.JobGroups;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.api.error.QueueJobException;
import io.queuejob.api.error.StorageException;
import io.queuejob.internal.operations.Bounds;
import io.queuejob.internal.operations.Unseen;
import io.queuejob.internal.operations.search.FilterLine;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.storage.search.Criteria;
import io.queuejob.internal.storage.search.SearchStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What people ask of bulk changes; each in a transaction of its own. */
public final class BulkDesk implements BulkAdmin {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int SAMPLE = 5;
  private static final int STATES = 10;

  private final BulkParts parts;
  private final Changes changes;
  private final ChangeCommands commands;
  private final Transactions transactions;
  private final Runnable begun;
  private final Bounds bounds;

  /**
   * A desk.
   *
   * @param begun told when there is work
   */
  public BulkDesk(BulkParts parts, Transactions transactions, Runnable begun) {
    this(parts, transactions, begun, Bounds.of(Reach.EVERYWHERE, parts.jobs()));
  }

  private BulkDesk(BulkParts parts, Transactions transactions, Runnable begun, Bounds bounds) {
    this.parts = parts;
    this.changes = new Changes(parts.changes(), parts.clock());
    this.bounds = bounds;
    this.commands = new ChangeCommands(parts.jobs(), parts.changes(), true).within(bounds);
    this.transactions = transactions;
    this.begun = begun;
  }

  @Override
  public BulkAdmin within(Reach reach) {
    return limited(reach, bounds.seen());
  }

  @Override
  public BulkAdmin seeing(Reach reach) {
    return limited(bounds.reach(), bounds.seen().common(reach));
  }

  private BulkDesk limited(Reach reach, Reach seen) {
    return new BulkDesk(parts, transactions, begun, Bounds.of(reach, seen, parts.jobs()));
  }

  @Override
  public BulkPreview preview(BulkRequest request) {
    read(request.change());
    return counted(request);
  }

  /** Jobs are moved only to where the caller may act, too. */
  private JobChange read(JobChange change) {
    JobChange read = changes.read(change);
    if (read.action() == BulkAction.CHANNEL) {
      if (!bounds.seen().covers(read.value())) {
        throw Messages.unknownChannel(read.value());
      }
      bounds.channel(read.value());
    }
    return read;
  }

  private BulkPreview counted(BulkRequest request) {
    Instant asOf = request.asOf() == null ? parts.clock().now() : request.asOf();
    SearchStore search = parts.search();
    if (request.selection() != null) {
      List<Long> ids = selected(request.selection());
      SearchStore.Grouped states = search.groups(ids, JobGroups.By.STATE, STATES);
      return preview(states.jobs(), states.groups(), ids, asOf);
    }
    if (request.filter().isEmpty()) {
      throw Messages.noFilter();
    }
    Criteria criteria = criteria(request.filter(), asOf, bounds);
    SearchStore.Grouped states =
        search.groups(criteria, JobGroups.By.STATE, JobSearch.COUNTED + 1, STATES);
    // the change goes on where the count stops: a few that were counted would promise too much
    return preview(
        states.more() ? JobSearch.COUNTED + 1L : states.jobs(),
        states.groups(),
        search.ids(criteria, Long.MAX_VALUE, SAMPLE).ids(),
        asOf);
  }

  private List<Long> selected(List<UUID> selection) {
    if (selection.isEmpty() || selection.size() > BulkRequest.LARGEST_SELECTION) {
      throw Messages.selection(selection.size());
    }
    return parts.bulks().ids(selection, bounds.channels());
  }

  private BulkPreview preview(long jobs, List<JobGroup> states, List<Long> ids, Instant asOf) {
    return new BulkPreview(
        jobs,
        states.stream().collect(Collectors.toMap(JobGroup::key, JobGroup::jobs)),
        parts.search().rows(ids.subList(0, Math.min(ids.size(), SAMPLE))),
        asOf);
  }

  /** What a filter says, as far as it is within bounds. */
  static Criteria criteria(String filter, Instant asOf, Bounds bounds) {
    Criteria criteria = FilterLine.read(filter, asOf);
    return bounds.channels() == null
        ? criteria
        : criteria.and(Criteria.Clause.of(Criteria.Kind.WITHIN, bounds.channels()));
  }

  @Override
  public Bulk prepare(BulkRequest asked, String actor) {
    RequestKey key = new RequestKey(asked, bounds, parts.bulks());
    JobChange change = read(asked.change());
    Optional<Bulk> made = key.made(actor);
    if (made.isPresent()) {
      return key.same(made.get(), change);
    }
    BulkPreview preview = counted(asked);
    BulkRequest request =
        new BulkRequest(change, asked.filter(), asked.selection(), preview.asOf(), asked.key());
    return key.same(
        inNew(() -> parts.bulks().insert(request, actor, preview.jobs(), bounds.channels())),
        change);
  }

  @Override
  public Optional<Bulk> confirm(UUID id, String actor) {
    return then(id, () -> parts.bulks().confirm(id, actor));
  }

  @Override
  public Optional<Bulk> stop(UUID id, String actor) {
    return then(id, () -> parts.bulks().stop(id, actor));
  }

  @Override
  public Optional<Bulk> resume(UUID id, String actor) {
    Optional<Bulk> resumed = then(id, () -> parts.bulks().resume(id, actor));
    if (resumed.filter(BulkDesk::isUndoThatIsOver).isPresent()) {
      throw Messages.undoOver(resumed.get());
    }
    return resumed;
  }

  private static boolean isUndoThatIsOver(Bulk bulk) {
    boolean ended = bulk.progress().ended() != null && !bulk.progress().state().equals("done");
    return bulk.undoes() != null && ended && !bulk.isResumable();
  }

  @Override
  public Optional<Bulk> undo(UUID id, String actor) {
    if (checkReach(id).isEmpty()) {
      return Optional.empty();
    }
    Optional<UUID> undo = inNew(() -> parts.undos().begin(id, actor, bounds.channels()));
    if (undo.isPresent()) {
      begun.run();
      return bulk(undo.get());
    }
    bulk(id)
        .ifPresent(
            other -> {
              throw Messages.notUndoable(other, parts.clock().now());
            });
    return Optional.empty();
  }

  /** Where a bulk change stays never changes. */
  private Optional<Bulk> checkReach(UUID id) {
    Optional<Bulk> found = bulk(id);
    found
        .filter(other -> !bounds.reach().covers(other.reach()))
        .ifPresent(
            other -> {
              throw Messages.outOfReach(other, bounds.reach());
            });
    return found;
  }

  private Optional<Bulk> then(UUID id, Runnable command) {
    if (checkReach(id).isEmpty()) {
      return Optional.empty();
    }
    inNew(
        () -> {
          command.run();
          return null;
        });
    begun.run();
    return bulk(id);
  }

  @Override
  public Optional<Bulk> bulk(UUID id) {
    return parts.bulks().one(id).filter(bulk -> bounds.seen().covers(bulk.reach()));
  }

  @Override
  public List<Bulk> list(UUID before, int limit) {
    return bounds.seen().isEverywhere()
        ? parts.bulks().list(before, limit)
        : parts.bulks().list(before, limit, bounds.seen().channels());
  }

  @Override
  public List<BulkSkip> skips(UUID id, long after, int limit) {
    if (bounds.seen().isEverywhere()) {
      return parts.bulks().skips(id, after, limit);
    }
    return bulk(id).isEmpty()
        ? List.of()
        : parts.bulks().skips(id, after, limit, bounds.seen().channels()).stream()
            .map(Messages::veiled)
            .toList();
  }

  @Override
  public CommandResult change(UUID job, JobChange change, String actor) {
    JobChange read = read(change);
    try {
      return inNew(() -> commands.run(job, read, actor)).result();
    } catch (Unseen e) {
      return new CommandResult(CommandResult.Verdict.NOT_FOUND, null, Messages.gone(job));
    }
  }

  private <T> T inNew(Transactions.Work<T> work) {
    try {
      return transactions.inNew(TIMEOUT, work);
    } catch (QueueJobException | IllegalArgumentException e) {
      throw e;
    } catch (Exception e) {
      throw new StorageException("QJ7048", "the command was not carried out: " + e.getMessage(), e);
    }
  }
}
