package io.queuejob.internal.boot.notice;

import io.queuejob.internal.config.NoticeSettings;
import io.queuejob.internal.notification.MailSender;
import io.queuejob.internal.notification.NoticeLoop;
import io.queuejob.internal.notification.NoticeTurn;
import io.queuejob.internal.notification.Sender;
import io.queuejob.internal.notification.Senders;
import io.queuejob.internal.notification.WebhookSender;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.storage.notice.NoticeStore;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.function.Supplier;

/** Makes the loop that tells people of failed jobs. */
public final class Notices {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private Notices() {}

  /** Finds what the server has under a name. */
  @FunctionalInterface
  public interface Lookup {
    /** The object of a name. */
    Object find(String name) throws Exception;
  }

  /** A loop that is not started. */
  public static NoticeLoop loop(
      NoticeSettings settings,
      NoticeStore store,
      Transactions transactions,
      Supplier<String> node,
      Lookup lookup) {
    Sender sender =
        new Senders(() -> mail(settings, lookup), () -> new WebhookSender(settings.secret()));
    return new NoticeLoop(new NoticeTurn(store, settings, sender, transactions), node, PAUSE);
  }

  private static Sender mail(NoticeSettings settings, Lookup lookup) throws Exception {
    String name = settings.mailSession().orElseThrow(Notices::noSession);
    return new MailSender((Session) lookup.find(name), settings.mailFrom());
  }

  private static IllegalStateException noSession() {
    return new IllegalStateException(
        "expected the JNDI name of a mail session in queue-job.notify-mail-session, found none; set"
            + " it, or name web addresses only");
  }
}
