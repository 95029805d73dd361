package io.queuejob.internal.operations.bulk;

import io.queuejob.admin.bulk.BulkRequest;
import io.queuejob.admin.bulk.JobChange;
import java.util.UUID;

/** Texts of this package, ids QJ7036 to QJ7040 and QJ7045 to QJ7050. */
final class Messages {

  private Messages() {}

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

  static IllegalArgumentException keyUsed(String key, UUID bulk) {
    return new IllegalArgumentException(
        "QJ7040 bulk change: expected a key that was not used for another request, found '"
            + key
            + "', which made "
            + bulk
            + "; choose a new key for a new change");
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
