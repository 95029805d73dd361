package io.queuejob.admin.bulk;

import io.queuejob.admin.reach.Reach;
import java.time.Instant;
import java.util.UUID;

/**
 * A bulk change and how far it is.
 *
 * @param id public identity
 * @param change what is done
 * @param filter line that says to which jobs
 * @param selection whether to a selection of jobs rather than to all that the filter leaves
 * @param actor who asked for it
 * @param counted jobs that were counted before it was confirmed; 100,001 stands for more
 * @param progress how far it is
 * @param undo how it and its undo belong together
 * @param reach channels that it stays in, whatever the filter says: those of who asked for it
 */
public record Bulk(
    UUID id,
    JobChange change,
    String filter,
    boolean selection,
    String actor,
    long counted,
    Progress progress,
    Undo undo,
    Reach reach) {

  /** A bulk change of somebody who may act everywhere. */
  public Bulk(
      UUID id,
      JobChange change,
      String filter,
      boolean selection,
      String actor,
      long counted,
      Progress progress,
      Undo undo) {
    this(id, change, filter, selection, actor, counted, progress, undo, Reach.EVERYWHERE);
  }

  /** A bulk change that neither undoes another nor can be undone. */
  public Bulk(
      UUID id,
      JobChange change,
      String filter,
      boolean selection,
      String actor,
      long counted,
      Progress progress) {
    this(id, change, filter, selection, actor, counted, progress, Undo.NONE);
  }

  /**
   * How far a bulk change is.
   *
   * @param state {@code prepared}, {@code collecting}, {@code running}, {@code stopped}, {@code
   *     done} or {@code failed}
   * @param created when it was asked for
   * @param confirmed when it was confirmed; null if it was not
   * @param ended when it ended; null if it did not
   * @param endedBy who stopped it; null if nobody did
   * @param collected jobs that it is about, as far as known
   * @param changed jobs that were changed
   * @param skipped jobs that were not, for a reason
   * @param trouble what held it up; null if nothing
   */
  public record Progress(
      String state,
      Instant created,
      Instant confirmed,
      Instant ended,
      String endedBy,
      long collected,
      long changed,
      long skipped,
      String trouble) {}

  /**
   * How a bulk change and its undo belong together. An undo has the change, the filter and the
   * selection of the other.
   *
   * @param undoes the bulk change that this one undoes; null if it is no undo
   * @param undone the bulk change that undoes this one; null if none does
   * @param kept whether what it changed is still known
   * @param until until when it can be undone or, if it is an undo that ended, go on; null if there
   *     is no such time, or it is over
   */
  public record Undo(UUID undoes, UUID undone, boolean kept, Instant until) {
    /** Neither an undo nor to be undone. */
    public static final Undo NONE = new Undo(null, null, false, null);
  }

  /** The bulk change that this one undoes; null if it is no undo. */
  public UUID undoes() {
    return undo.undoes();
  }

  /** The bulk change that undoes this one; null if none does. */
  public UUID undone() {
    return undo.undone();
  }

  /** Whether it can be undone: it ended, what it changed is known, and nobody did so yet. */
  public boolean isUndoable() {
    return progress.ended() != null && undo.kept() && undoes() == null && undone() == null;
  }

  /**
   * Whether it can go on: it was stopped or failed, and was not undone; an undo only while what it
   * gives back is known.
   */
  public boolean isResumable() {
    boolean rests = progress.state().equals("stopped") || progress.state().equals("failed");
    return rests && undone() == null && (undoes() == null || undo.until() != null);
  }

  /** Whether it goes on by itself. */
  public boolean isUnderWay() {
    return progress.state().equals("collecting") || progress.state().equals("running");
  }
}
