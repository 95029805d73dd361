package io.queuejob.admin.bulk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be done to jobs. */
public enum BulkAction {
  /** Failed, done and cancelled jobs wait again. */
  REQUEUE,
  /** Jobs that have not started are cancelled, with those that wait for them. */
  CANCEL,
  /** Jobs that have not started count as done. */
  SET_DONE,
  /** Waiting jobs get another priority. */
  PRIORITY,
  /** Waiting jobs get another earliest start. */
  ETA,
  /** Waiting jobs go to another channel. */
  CHANNEL;

  /** The word in addresses, answers and rows. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether it needs a value. */
  public boolean isValued() {
    return this == PRIORITY || this == ETA || this == CHANNEL;
  }

  /** Whether what it did can be undone. */
  public boolean isUndoable() {
    return this != REQUEUE;
  }

  /** The action of a word such as {@code set done} or {@code set_done}; empty if none. */
  public static Optional<BulkAction> of(String word) {
    return Arrays.stream(values())
        .filter(one -> word != null && one.word().equals(word.replace('_', ' ')))
        .findFirst();
  }
}
