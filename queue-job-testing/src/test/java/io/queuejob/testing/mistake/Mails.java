package io.queuejob.testing.mistake;

/** Business interface of a bean. */
public interface Mails {

  void send(String to, String text);

  /** The bean behind it. */
  class SmtpMails implements Mails {
    @Override
    public void send(String to, String text) {}
  }
}
