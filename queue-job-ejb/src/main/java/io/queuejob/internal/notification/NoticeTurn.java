package io.queuejob.internal.notification;

import io.queuejob.internal.config.NoticeSettings;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.storage.notice.DueNotice;
import io.queuejob.internal.storage.notice.FailedGroup;
import io.queuejob.internal.storage.notice.NoticeStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One turn: counts what failed, and sends the messages that are due. */
public final class NoticeTurn {
  private static final Logger LOG = System.getLogger(NoticeTurn.class.getName());
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int MOST_GATHERED = 100;
  private static final int MOST_SENT = 20;
  private static final int LONGEST_TROUBLE = 300;

  private final NoticeStore store;
  private final NoticeSettings settings;
  private final Recipients recipients;
  private final Sender sender;
  private final Transactions transactions;

  public NoticeTurn(
      NoticeStore store, NoticeSettings settings, Sender sender, Transactions transactions) {
    this.store = store;
    this.settings = settings;
    this.recipients = new Recipients(settings);
    this.sender = sender;
    this.transactions = transactions;
  }

  /** Shows that people are told. */
  void beat(String node) throws Exception {
    transactions.inNew(
        TIMEOUT,
        () -> {
          store.beat(node);
          return null;
        });
  }

  /** Does what there is to do. */
  void run() throws Exception {
    if (!store.isDue()) {
      return;
    }
    int steps = 0;
    while (steps < MOST_GATHERED && transactions.inNew(TIMEOUT, this::gather)) {
      steps++;
    }
    for (int i = 0; i < MOST_SENT; i++) {
      Optional<DueNotice> due = transactions.inNew(TIMEOUT, () -> store.claim(settings.hourly()));
      if (due.isEmpty()) {
        return;
      }
      send(due.get());
    }
  }

  /** Counts some failures for those who are to be told; whether there were any. */
  private boolean gather() {
    List<FailedGroup> groups = store.take();
    for (FailedGroup group : groups) {
      for (String recipient : recipients.of(group.function(), group.channel())) {
        store.count(recipient, group, settings.period());
      }
    }
    return !groups.isEmpty();
  }

  /** Outside of any transaction. */
  private void send(DueNotice notice) throws Exception {
    try {
      sender.send(notice.recipient(), Letter.of(notice, settings.adminAddress()));
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      String trouble =
          String.valueOf(e.getMessage() == null ? e : e.getMessage()).replaceAll("\\s+", " ");
      String words = trouble.substring(0, Math.min(LONGEST_TROUBLE, trouble.length()));
      Duration pause = pause(notice.attempts());
      LOG.log(
          Level.WARNING,
          "QJ7402 a message about failed jobs could not be sent to {0}: {1}; it is tried again in"
              + " {2} s",
          notice.recipient(),
          words,
          String.valueOf(pause.toSeconds()));
      transactions.inNew(
          TIMEOUT,
          () -> {
            store.notSent(notice, words, pause);
            return null;
          });
      return;
    }
    transactions.inNew(
        TIMEOUT,
        () -> {
          store.sent(notice, settings.period());
          return null;
        });
  }

  /** A minute, and twice as long each time. */
  static Duration pause(int attempts) {
    Duration pause = Duration.ofMinutes(1L << Math.min(10, Math.max(0, attempts - 1)));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
