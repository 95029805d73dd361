package io.queuejob.internal.operations.bulk;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.bulk.BulkAdmin;
import io.queuejob.admin.bulk.BulkPreview;
import io.queuejob.admin.bulk.BulkRequest;
import io.queuejob.admin.bulk.BulkSkip;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.admin.search.JobGroup;
import io.queuejob.admin.search.JobGroups;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.api.error.QueueJobException;
import io.queuejob.api.error.StorageException;
import io.queuejob.internal.operations.search.FilterLine;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.storage.bulk.BulkRow;
import io.queuejob.internal.storage.search.SearchStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What people ask of bulk changes; each in a transaction of its own. */
public final class BulkDesk implements BulkAdmin {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int SAMPLE = 5;

  private final BulkParts parts;
  private final Changes changes;
  private final ChangeCommands commands;
  private final Transactions transactions;
  private final Runnable begun;

  /**
   * A desk.
   *
   * @param begun told when there is work
   */
  public BulkDesk(BulkParts parts, Transactions transactions, Runnable begun) {
    this.parts = parts;
    this.changes = new Changes(parts.changes(), parts.clock());
    this.commands = new ChangeCommands(parts.jobs(), parts.changes(), true);
    this.transactions = transactions;
    this.begun = begun;
  }

  @Override
  public BulkPreview preview(BulkRequest request) {
    changes.read(request.change());
    return counted(request);
  }

  private BulkPreview counted(BulkRequest request) {
    Instant asOf = request.asOf() == null ? parts.clock().now() : request.asOf();
    List<Long> ids = ids(request, asOf);
    Map<String, Long> states =
        parts
            .search()
            .groups(ids.subList(0, Math.min(ids.size(), JobSearch.COUNTED)), JobGroups.By.STATE, 10)
            .stream()
            .collect(Collectors.toMap(JobGroup::key, JobGroup::jobs));
    return new BulkPreview(
        ids.size(),
        states,
        parts.search().rows(ids.subList(0, Math.min(ids.size(), SAMPLE))),
        asOf);
  }

  private List<Long> ids(BulkRequest request, Instant asOf) {
    if (request.selection() != null) {
      int size = request.selection().size();
      if (size < 1 || size > BulkRequest.LARGEST_SELECTION) {
        throw Messages.selection(size);
      }
      return parts.bulks().ids(request.selection());
    }
    if (request.filter().isEmpty()) {
      throw Messages.noFilter();
    }
    SearchStore.Found found =
        parts
            .search()
            .ids(FilterLine.read(request.filter(), asOf), Long.MAX_VALUE, JobSearch.COUNTED + 1);
    return found.ids();
  }

  @Override
  public Bulk prepare(BulkRequest asked, String actor) {
    if (asked.key() != null) {
      Optional<Bulk> made = parts.bulks().byKey(actor, asked.key()).map(BulkRow::bulk);
      if (made.isPresent()) {
        return same(asked, made.get());
      }
    }
    JobChange change = changes.read(asked.change());
    BulkPreview preview = counted(asked);
    BulkRequest request =
        new BulkRequest(change, asked.filter(), asked.selection(), preview.asOf(), asked.key());
    return same(
        asked, inNew(() -> parts.bulks().insert(request, preview.asOf(), actor, preview.jobs())));
  }

  /** A key stands for one request; times from now were read when it was made. */
  private static Bulk same(BulkRequest asked, Bulk made) {
    if (made.change().action() != asked.change().action()
        || !made.filter().equals(asked.filter())
        || made.selection() != (asked.selection() != null)) {
      throw Messages.keyUsed(asked.key(), made.id());
    }
    return made;
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
    Optional<UUID> undo = inNew(() -> parts.undos().begin(id, actor));
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

  private Optional<Bulk> then(UUID id, Runnable command) {
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
    return parts.bulks().one(id);
  }

  @Override
  public List<Bulk> list(UUID before, int limit) {
    return parts.bulks().list(before, limit);
  }

  @Override
  public List<BulkSkip> skips(UUID id, long after, int limit) {
    return parts.bulks().skips(id, after, limit);
  }

  @Override
  public CommandResult change(UUID job, JobChange change, String actor) {
    JobChange read = changes.read(change);
    return inNew(() -> commands.run(job, read, actor)).result();
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
