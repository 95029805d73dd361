package io.queuejob.internal.operations.bulk;

import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.reach.OutOfReachException;
import io.queuejob.internal.operations.Bounds;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.storage.SqlFailure;
import io.queuejob.internal.storage.bulk.BulkRow;
import io.queuejob.internal.storage.bulk.StepStore;
import io.queuejob.internal.storage.bulk.StepStore.Item;
import io.queuejob.internal.storage.search.Criteria;
import io.queuejob.internal.storage.search.SearchStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Takes steps of whichever bulk change waits longest for one. What a step's transaction does not
 * commit is done again by the next; rows that fail are tried one by one then, to find which.
 */
public final class BulkSteps {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int COLLECTED_AT_ONCE = 5_000;
  private static final int CHANGED_AT_ONCE = 50;
  private static final int TRIES = 3;
  private static final String OF_CONNECTION = "(08|57P).*";

  private final BulkParts parts;
  private final ChangeCommands commands;
  private final UndoCommands undoing;
  private final Transactions transactions;

  private BulkRow current;
  private Item item;
  private int carefully;
  private int failures;

  public BulkSteps(BulkParts parts, Transactions transactions) {
    this.parts = parts;
    this.commands = new ChangeCommands(parts.jobs(), parts.changes(), false);
    this.undoing = new UndoCommands(parts, commands);
    this.transactions = transactions;
  }

  /**
   * Takes one step.
   *
   * @return whether there was one to take
   * @throws Exception if the database cannot be reached
   */
  public boolean step() throws Exception {
    current = null;
    item = null;
    try {
      boolean taken = transactions.inNew(TIMEOUT, this::take);
      carefully = Math.max(0, carefully - 1);
      failures = 0;
      return taken;
    } catch (SqlFailure failure) {
      if (current == null || String.valueOf(failure.sqlState()).matches(OF_CONNECTION)) {
        throw failure;
      }
      return afterwards(failure);
    }
  }

  private boolean take() {
    current = parts.steps().pick().orElse(null);
    if (current == null) {
      return false;
    }
    if (current.bulk().progress().state().equals("collecting")) {
      collect(current);
    } else {
      change(current);
    }
    return true;
  }

  private void collect(BulkRow row) {
    Criteria criteria = BulkDesk.criteria(row.bulk().filter(), row.asOf(), bounds(row.bulk()));
    long below = row.position() == null ? Long.MAX_VALUE : row.position();
    SearchStore.Found found = parts.search().ids(criteria, below, COLLECTED_AT_ONCE);
    parts.steps().collect(row.bulk().id(), found.ids(), found.next());
  }

  private void change(BulkRow row) {
    StepStore steps = parts.steps();
    UUID bulk = row.bulk().id();
    List<Item> items = next(row, carefully > 0 ? 1 : CHANGED_AT_ONCE);
    if (items.isEmpty()) {
      steps.end(bulk, "done", null);
      return;
    }
    List<Item> changed = new ArrayList<>();
    for (Item one : items) {
      item = one;
      ChangeOutcome outcome = carriedOut(row.bulk(), one);
      if (outcome.isDone()) {
        changed.add(one.after(outcome.before()));
      } else {
        steps.skip(bulk, one, outcome.result().message());
      }
    }
    long last = items.get(items.size() - 1).id();
    steps.advance(bulk, last, changed, items.size() - changed.size());
  }

  private List<Item> next(BulkRow row, int most) {
    long position = row.position() == null ? Long.MIN_VALUE : row.position();
    UUID undoes = row.bulk().undoes();
    return undoes == null
        ? parts.steps().next(row.bulk().id(), position, most)
        : parts.undos().next(undoes, position, most);
  }

  private Bounds bounds(Bulk bulk) {
    return Bounds.of(bulk.reach(), parts.jobs());
  }

  /** What is out of reach is refused before anything of the job is changed. */
  private ChangeOutcome carriedOut(Bulk bulk, Item one) {
    ChangeCommands limited = commands.within(bounds(bulk));
    try {
      return bulk.undoes() == null
          ? limited.run(one.job(), bulk.change(), bulk.actor())
          : undoing.by(limited).run(bulk, one);
    } catch (OutOfReachException e) {
      return ChangeOutcome.refused(null, e.getMessage());
    }
  }

  /** A transaction failed in the database: which row was it? */
  private boolean afterwards(SqlFailure failure) throws Exception {
    UUID bulk = current.bulk().id();
    StepStore steps = parts.steps();
    if (item != null && carefully == 0) {
      carefully = CHANGED_AT_ONCE;
      return true;
    }
    failures++;
    String reason = Messages.notDone(failure.getMessage());
    transactions.inNew(
        TIMEOUT,
        () -> {
          if (item != null) {
            steps.skip(bulk, item, reason);
            steps.advance(bulk, item.id(), List.of(), 1);
          } else if (failures >= TRIES) {
            steps.end(bulk, "failed", reason);
          } else {
            steps.trouble(bulk, reason);
          }
          return null;
        });
    return true;
  }
}
