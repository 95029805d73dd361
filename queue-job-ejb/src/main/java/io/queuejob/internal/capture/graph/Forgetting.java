package io.queuejob.internal.capture.graph;

import io.queuejob.internal.port.Transactions;
import java.lang.System.Logger.Level;
import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Warns of calls that were made and never delayed (S-DL-07): when the transaction commits that was
 * active then, else when the garbage collector finds them. Never throws. Safe for use by many
 * threads.
 */
final class Forgetting {
  private static final System.Logger LOG = System.getLogger("io.queuejob.capture");
  private static final int MOST_WARNINGS = 10;

  private final Transactions transactions;
  private final ThreadLocal<Batch> current = new ThreadLocal<>();
  private volatile Cleaner cleaner;

  Forgetting(Transactions transactions) {
    this.transactions = Objects.requireNonNull(transactions, "transactions");
  }

  /** What is known of one call; does not know the call itself. */
  static final class Mark {
    private volatile String text;
    private volatile boolean settled;

    Mark(String text) {
      this.text = text;
    }

    /** What a warning would say. */
    void describe(String words) {
      text = words;
    }

    /** It was delayed, or has parts that are to be. */
    void settle() {
      settled = true;
    }

    /** Warns unless it was settled, and never again. */
    void warnOnce() {
      if (!settled) {
        settled = true;
        LOG.log(Level.WARNING, Messages.forgotten(text));
      }
    }
  }

  /** The calls of one transaction. */
  private static final class Batch {
    private final List<Mark> marks = new ArrayList<>();
    private boolean closed;

    synchronized boolean add(Mark mark) {
      return !closed && marks.add(mark);
    }

    synchronized void close(boolean committed) {
      closed = true;
      if (committed) {
        List<Mark> left = marks.stream().filter(mark -> !mark.settled).toList();
        left.stream().limit(MOST_WARNINGS).forEach(Mark::warnOnce);
        if (left.size() > MOST_WARNINGS) {
          LOG.log(
              Level.WARNING,
              Messages.forgotten((left.size() - MOST_WARNINGS) + " more of this transaction"));
        }
      }
      marks.clear();
    }
  }

  /** Watches a call. */
  void watch(Object call, Mark mark) {
    if (!isWatchedByTransaction(mark)) {
      cleaner().register(call, mark::warnOnce);
    }
  }

  private boolean isWatchedByTransaction(Mark mark) {
    try {
      if (!transactions.isActive() || transactions.isMarkedForRollback()) {
        return false;
      }
      Batch batch = current.get();
      if (batch == null || !batch.add(mark)) {
        begin(mark);
      }
      return true;
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "the transaction takes no callback", e);
      return false;
    }
  }

  private void begin(Mark mark) {
    Batch batch = new Batch();
    batch.add(mark);
    transactions.afterEnd(
        committed -> {
          batch.close(committed);
          current.remove();
        });
    current.set(batch);
  }

  private Cleaner cleaner() {
    Cleaner known = cleaner;
    if (known == null) {
      synchronized (this) {
        if (cleaner == null) {
          cleaner = Cleaner.create();
        }
        known = cleaner;
      }
    }
    return known;
  }
}
