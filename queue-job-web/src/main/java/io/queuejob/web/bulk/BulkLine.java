package io.queuejob.web.bulk;

import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.reach.Reach;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.web.VisibleText;
import io.queuejob.web.jobs.Counted;
import java.time.Instant;
import java.util.UUID;

/** A bulk change as the pages show it. */
public record BulkLine(Bulk bulk) {
  private static final int ALL = 100;

  public String id() {
    return bulk.id().toString();
  }

  /** The action as part of a key of texts. */
  public String action() {
    return bulk.change().action().name();
  }

  /** The new value; null if the action has none. */
  public String value() {
    return VisibleText.of(bulk.change().value());
  }

  public String filter() {
    return VisibleText.of(bulk.filter());
  }

  /** The channels that it stays in; null for all. */
  public String channels() {
    return bulk.reach().isEverywhere() ? null : VisibleText.of(bulk.reach().toString());
  }

  /** The same to ask rights of. */
  public Reach reach() {
    return bulk.reach();
  }

  public boolean selection() {
    return bulk.selection();
  }

  public String actor() {
    return VisibleText.of(bulk.actor());
  }

  public String state() {
    return bulk.progress().state();
  }

  public boolean underWay() {
    return bulk.isUnderWay();
  }

  /** Whether it can go on. */
  public boolean resumable() {
    return bulk.isResumable();
  }

  /** The bulk change that it undoes; null if it is no undo. */
  public UUID undoes() {
    return bulk.undoes();
  }

  /** The bulk change that undoes it; null if none does. */
  public UUID undone() {
    return bulk.undone();
  }

  public boolean undoable() {
    return bulk.isUndoable();
  }

  /** Until when it can be undone; null if it cannot. */
  public Instant undoableUntil() {
    return undoable() ? bulk.undo().until() : null;
  }

  /** Until when it can go on, if it is an undo; null if it cannot, or at any time. */
  public Instant resumableUntil() {
    return resumable() && undoes() != null ? bulk.undo().until() : null;
  }

  /** Whether what it changed, or is to give back, is no longer kept. */
  public boolean tooLate() {
    boolean rests = ended() != null && undone() == null && !undoable();
    if (undoes() != null) {
      return rests && !state().equals("done") && !resumable();
    }
    return rests && bulk.change().action().isUndoable() && bulk.progress().changed() > 0;
  }

  /** What its undo does, as part of a key of texts. */
  public String undoing() {
    return bulk.change().action().isValued() ? "VALUE" : action();
  }

  /** When it was confirmed, or asked for. */
  public Instant begun() {
    Instant confirmed = bulk.progress().confirmed();
    return confirmed == null ? bulk.progress().created() : confirmed;
  }

  public Instant ended() {
    return bulk.progress().ended();
  }

  public String endedBy() {
    return VisibleText.of(bulk.progress().endedBy());
  }

  public String counted() {
    return number(bulk.counted());
  }

  public String collected() {
    return number(bulk.progress().collected());
  }

  public String changed() {
    return number(bulk.progress().changed());
  }

  public String skipped() {
    return number(bulk.progress().skipped());
  }

  public boolean skips() {
    return bulk.progress().skipped() > 0;
  }

  public String trouble() {
    return VisibleText.of(bulk.progress().trouble());
  }

  /** Per cent that were looked at, of those known. */
  public long percent() {
    long seen = bulk.progress().changed() + bulk.progress().skipped();
    if (state().equals("done")) {
      return ALL;
    }
    long collected = bulk.progress().collected();
    boolean complete = state().equals("running");
    long of =
        complete ? collected : Math.max(collected, Math.min(bulk.counted(), JobSearch.COUNTED));
    return of == 0 ? 0 : Math.min(ALL, seen * ALL / of);
  }

  private static String number(long jobs) {
    return jobs == JobSearch.COUNTED + 1L
        ? Counted.text(jobs, JobSearch.COUNTED)
        : Counted.text(jobs, Long.MAX_VALUE);
  }
}
