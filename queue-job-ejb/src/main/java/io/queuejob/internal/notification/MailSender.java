package io.queuejob.internal.notification;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;

/** Sends messages by a mail session of the server, whose timeouts are those of the session. */
public final class MailSender implements Sender {
  private static final String SCHEME = "mailto:";

  private final Session session;
  private final Optional<String> from;

  /** By a session, which is asked for its sender if none is given. */
  public MailSender(Session session, Optional<String> from) {
    this.session = session;
    this.from = from;
  }

  @Override
  public void send(String recipient, Letter letter) throws MessagingException {
    MimeMessage mail = new MimeMessage(session);
    if (from.isPresent()) {
      mail.setFrom(new InternetAddress(from.get(), true));
    } else {
      mail.setFrom();
    }
    mail.setRecipient(
        RecipientType.TO, new InternetAddress(recipient.substring(SCHEME.length()), true));
    mail.setSubject(letter.subject(), "UTF-8");
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("Queue-Job-Message", letter.id());
    mail.setText(letter.text(), "UTF-8");
    Transport.send(mail);
  }
}
