package io.queuejob.internal.notification;

/** A way to a recipient. */
@FunctionalInterface
public interface Sender {
  /**
   * Sends a message.
   *
   * @param recipient an address that this way serves
   * @throws Exception if it was not accepted; it is tried again then
   */
  void send(String recipient, Letter letter) throws Exception;
}
