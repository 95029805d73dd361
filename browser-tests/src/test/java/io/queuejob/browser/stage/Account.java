package io.queuejob.browser.stage;

/** Who may be in front of the browser: one for each role, and one who mends mails only. */
public enum Account {
  VIEWER,
  OPERATOR,
  /** An operator for the channel root.mail. */
  MAILER,
  /** A viewer of the channel root.zq9open, and of the same below root.queue. */
  PEEKER,
  /** An operator for the same channels. */
  OPENER,
  ADMINISTRATOR;

  /** The name to sign in with. */
  public String user() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The password; the server listens on this machine only while the tests run. */
  public String password() {
    return "open sesame, " + user();
  }
}
