package io.queuejob.internal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Mails, taken by a transport that keeps them. */
class MailSenderTest {
  private static final Letter LETTER =
      new Letter("id-1", "12 jobs failed – Größe", "12 jobs failed alike.\n", "{}", 1_700);

  @Test
  void a_mail_says_what_the_letter_says_and_who_made_it() throws Exception {
    Session session = KeepingTransport.session();
    new MailSender(session, Optional.of("Queue Job <queue@example.com>"))
        .send("mailto:ops@example.com", LETTER);
    Message mail = KeepingTransport.kept(session).get(0);
    assertThat(mail.getSubject()).isEqualTo(LETTER.subject());
    assertThat(mail.getContent().toString()).contains("12 jobs failed alike.");
    assertThat(mail.getFrom()[0].toString()).isEqualTo("Queue Job <queue@example.com>");
    assertThat(mail.getRecipients(RecipientType.TO)[0].toString()).isEqualTo("ops@example.com");
    assertThat(mail.getHeader("Queue-Job-Message")).containsExactly("id-1");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void without_a_sender_it_is_that_of_the_session() throws Exception {
    Session session = KeepingTransport.session();
    new MailSender(session, Optional.empty()).send("mailto:ops@example.com", LETTER);
    assertThat(KeepingTransport.kept(session).get(0).getFrom()[0].toString())
        .isEqualTo("queue@session.example");
  }

  @Test
  void a_mail_that_is_refused_is_a_failure() throws Exception {
    Session session = KeepingTransport.session("refuses");
    assertThatThrownBy(
            () -> new MailSender(session, Optional.empty()).send("mailto:o@example.com", LETTER))
        .isInstanceOf(MessagingException.class)
        .hasMessageContaining("550");
  }

  @Test
  void a_way_that_is_missing_fails_its_own_messages_only() throws Exception {
    Senders senders =
        new Senders(
            () -> {
              throw new IOException("no mail session");
            },
            () -> (recipient, letter) -> {});
    senders.send("https://hook", LETTER);
    assertThatThrownBy(() -> senders.send("mailto:a@b.c", LETTER)).hasMessage("no mail session");
  }
}
