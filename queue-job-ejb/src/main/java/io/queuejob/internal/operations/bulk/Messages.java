package io.queuejob.internal.operations.bulk;

import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.bulk.BulkRequest;
import io.queuejob.admin.bulk.BulkSkip;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.admin.reach.OutOfReachException;
import io.queuejob.admin.reach.Reach;
import io.queuejob.internal.operations.Bounds;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Texts of this package, ids QJ7036 to QJ7040 and QJ7042 to QJ7051. */
final class Messages {

  private static final Duration KEPT = Duration.ofDays(7);

  private Messages() {}

  /** What was skipped, as it is told to who may not see all channels. */
  static BulkSkip veiled(BulkSkip skip) {
    return new BulkSkip(skip.id(), skip.job(), Bounds.veiled(skip.reason()));
  }

  static IllegalArgumentException value(JobChange change, String expected) {
    return new IllegalArgumentException(
        "QJ7036 "
            + change.action().word()
            + ": expected "
            + expected
            + ", found '"
            + change.value()
            + "'");
  }

  static IllegalArgumentException unknownChannel(String path) {
    return new IllegalArgumentException(
        "QJ7037 channel: expected the path of a channel that there is, found '"
            + path
            + "'; see the channels, or configure it first");
  }

  static IllegalArgumentException noFilter() {
    return new IllegalArgumentException(
        "QJ7038 bulk change: expected a filter of at least one word, or a selection, found none;"
            + " say which jobs are meant, such as state:failed");
  }

  static IllegalArgumentException selection(int found) {
    return new IllegalArgumentException(
        "QJ7039 bulk change: expected a selection of 1 to "
            + BulkRequest.LARGEST_SELECTION
            + " jobs, found "
            + found
            + "; use a filter for more");
  }

  static IllegalArgumentException key(int longest, String found) {
    return new IllegalArgumentException(
        "QJ7036 key: expected at most "
            + longest
            + " plain characters, found "
            + (found.length() > longest ? found.length() : "others")
            + "; choose a shorter or simpler one, such as a uuid");
  }

  static IllegalArgumentException foreignFilter() {
    return new IllegalArgumentException(
        "QJ7036 filter: expected text, found U+0000 or half a character in it; leave that out");
  }

  static IllegalArgumentException keyUsed(String key, UUID bulk) {
    return new IllegalArgumentException(
        "QJ7040 bulk change: expected a key that was not used for another request, found '"
            + key
            + "', which made "
            + bulk
            + "; choose a new key for a new change");
  }

  static OutOfReachException outOfReach(Bulk bulk, Reach reach) {
    return new OutOfReachException(
        "QJ7051",
        "bulk change "
            + bulk.id()
            + ": expected one that stays in channels in which the caller may act ("
            + reach
            + "), found one for "
            + (bulk.reach().isEverywhere() ? "all channels" : bulk.reach().toString())
            + "; ask somebody who may act there.");
  }

  static IllegalStateException undoOver(Bulk bulk) {
    return new IllegalStateException(
        "QJ7042 undo "
            + bulk.id()
            + " did not go on: expected one that ended within the last week, found "
            + tooLate(bulk));
  }

  private static String tooLate(Bulk bulk) {
    return "that it ended at "
        + bulk.progress().ended()
        + ", more than a week ago, so that what was changed is not kept any more; change the jobs"
        + " anew instead";
  }

  static IllegalStateException notUndoable(Bulk bulk, Instant now) {
    return new IllegalStateException(
        "QJ7042 bulk change "
            + bulk.id()
            + " was not undone: expected one that ended, was not undone, and changed something"
            + " within the last week that can be given back, found "
            + whyNot(bulk, now));
  }

  private static String whyNot(Bulk bulk, Instant now) {
    if (bulk.undoes() != null) {
      return "an undo itself; ask for the change anew instead";
    } else if (bulk.undone() != null) {
      return "it undone by " + bulk.undone() + "; see there what became of each job";
    } else if (bulk.progress().ended() == null) {
      return "it " + bulk.progress().state() + "; stop it first if it is under way";
    } else if (!bulk.change().action().isUndoable()) {
      return "a requeue; cancel the jobs that have not run yet instead";
    } else if (bulk.progress().changed() > 0 && bulk.progress().ended().isBefore(now.minus(KEPT))) {
      return tooLate(bulk);
    }
    return "nothing kept of what it changed; change the jobs anew instead";
  }

  static String notAsLeft(UUID job, String expected, String found) {
    return "QJ7043 job "
        + job
        + " was left as it is: expected "
        + expected
        + " as the bulk change left it, found "
        + found
        + ".";
  }

  static String wasNotToRun(UUID job, String before) {
    return "QJ7044 job "
        + job
        + " was left as it is: expected it to have been waiting or held before the bulk change,"
        + " found it "
        + before
        + ", which no command gives back; requeue it if it is to run.";
  }

  static String channelRemoved(UUID job, String channel) {
    return "QJ7044 job "
        + job
        + " was left as it is: expected its former channel "
        + channel
        + " to be there, found it removed; add it, and change the channel of the job.";
  }

  static String notWaiting(UUID job, String what, String state) {
    return "QJ7045 the "
        + what
        + " of job "
        + job
        + " was not changed: expected it waiting or pending, found it "
        + state
        + ".";
  }

  static String gone(Object job) {
    return "QJ7046 there is no job " + job + "; it may have been removed by retention.";
  }

  static String notDone(String reason) {
    return "QJ7047 the database refused it: " + reason;
  }
}
