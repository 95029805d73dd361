package io.queuejob.internal.operations.bulk;

import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.BulkRequest;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.internal.operations.Bounds;
import io.queuejob.internal.storage.bulk.BulkRow;
import io.queuejob.internal.storage.bulk.BulkStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The key of a request: whoever sends the same again gets what it made, and nothing else. */
final class RequestKey {
  private static final int LONGEST = 200;

  private final BulkRequest asked;
  private final Bounds bounds;
  private final BulkStore bulks;

  /**
   * The key of a request, which may have none.
   *
   * @throws IllegalArgumentException QJ7036 if it, or the filter, cannot be kept
   */
  RequestKey(BulkRequest asked, Bounds bounds, BulkStore bulks) {
    String key = asked.key();
    if (key != null && (key.length() > LONGEST || isForeign(key))) {
      throw Messages.key(LONGEST, key);
    } else if (isForeign(asked.filter())) {
      throw Messages.foreignFilter();
    }
    this.asked = asked;
    this.bounds = bounds;
    this.bulks = bulks;
  }

  /** No text of the database holds U+0000 or half a character. */
  private static boolean isForeign(String text) {
    return text.codePoints()
        .anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  /** What it made for a person; empty if nothing. */
  Optional<Bulk> made(String actor) {
    return asked.key() == null
        ? Optional.empty()
        : bulks.byKey(actor, asked.key()).map(BulkRow::bulk);
  }

  /**
   * A bulk change, if it is the one that is asked for.
   *
   * @param change as it was read of the request; a time from now is another one each time
   * @throws IllegalArgumentException QJ7040 if it is another one
   */
  Bulk same(Bulk made, JobChange change) {
    boolean same =
        made.change().action() == change.action()
            && made.filter().equals(asked.filter())
            && isSameValue(made, change)
            && isSameSelection(made);
    if (asked.key() != null && !same) {
      throw Messages.keyUsed(asked.key(), made.id());
    }
    return made;
  }

  private boolean isSameValue(Bulk made, JobChange change) {
    String value = change.value();
    boolean fromNow =
        change.action() == BulkAction.ETA && asked.change().value().strip().startsWith("+");
    return value == null || fromNow || value.equals(made.change().value());
  }

  /** Of a change that is under way, what is left of its selection. */
  private boolean isSameSelection(Bulk made) {
    List<UUID> jobs = asked.selection();
    if (jobs == null || !made.selection()) {
      return made.selection() == (jobs != null);
    }
    return bulks.ids(jobs, bounds.channels()).size() <= made.counted()
        && bulks.isAmong(made.id(), jobs);
  }
}
