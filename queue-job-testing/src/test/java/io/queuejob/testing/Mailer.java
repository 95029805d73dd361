package io.queuejob.testing;

import io.queuejob.api.Delayed;
import io.queuejob.api.JobRef;

/** Business interface of a bean. */
interface Mailer {

  void send(String to, String text);

  /** A bean behind it. */
  class Smtp implements Mailer {
    @Override
    @Delayed(channel = "mail")
    public void send(String to, String text) {
      throw new IllegalStateException("no server for " + to);
    }

    @Delayed(priority = 1, maxRetries = 3)
    public JobRef alarm(String text) {
      return null;
    }
  }
}
