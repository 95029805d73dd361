package io.queuejob.internal.notification;

import java.util.concurrent.Callable;

/**
 * The ways to recipients, each made when it is needed first: a server without mail does not miss
 * it.
 */
public final class Senders implements Sender {
  private final Callable<Sender> mailMaker;
  private final Callable<Sender> webhookMaker;
  private Sender mail;
  private Sender webhook;

  /**
   * Ways that are not made yet.
   *
   * @param mail makes the way to mail addresses
   * @param webhook makes the way to web addresses
   */
  public Senders(Callable<Sender> mail, Callable<Sender> webhook) {
    this.mailMaker = mail;
    this.webhookMaker = webhook;
  }

  @Override
  public synchronized void send(String recipient, Letter letter) throws Exception {
    if (recipient.startsWith("mailto:")) {
      mail = mail == null ? mailMaker.call() : mail;
      mail.send(recipient, letter);
    } else {
      webhook = webhook == null ? webhookMaker.call() : webhook;
      webhook.send(recipient, letter);
    }
  }
}
