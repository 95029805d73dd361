package io.queuejob.internal.config;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Who is told of failed jobs, and how.
 *
 * @param recipients of all failures that no other key speaks of; empty if nobody is ever told
 * @param overrides recipients of a channel or function, by the rest of their key after {@link
 *     #PREFIX}; null if not set
 * @param period least time between two messages about the same kind of failure
 * @param hourly most messages to one recipient in an hour
 * @param adminAddress begin of links to jobs, ending with a slash; empty for none
 * @param mailSession JNDI name of the mail session; empty for none
 * @param mailFrom sender of mails; empty for that of the session
 * @param secret signs calls of webhooks; empty for none
 */
public record NoticeSettings(
    Optional<String> recipients,
    UnaryOperator<String> overrides,
    Duration period,
    int hourly,
    Optional<String> adminAddress,
    Optional<String> mailSession,
    Optional<String> mailFrom,
    Optional<String> secret) {
  /** Begins keys whose rest is {@code channel.PATH} or {@code function.NAME}. */
  public static final String PREFIX = Setting.PREFIX + "notify.";

  /** Stands for no recipient. */
  public static final String NOBODY = "none";

  private static final String RECIPIENT = "mailto:\\S+@\\S+|https?://\\S+";

  /** Whether anybody may be told at all. */
  public boolean isOn() {
    return recipients.isPresent();
  }

  /** The same without links. */
  NoticeSettings withoutAddress() {
    return new NoticeSettings(
        recipients, overrides, period, hourly, Optional.empty(), mailSession, mailFrom, secret);
  }

  /** What is wrong with a list of recipients, as "expected …, found …"; null if nothing is. */
  public static String problem(String text) {
    if (text.strip().equals(NOBODY)) {
      return null;
    }
    for (String one : text.strip().split("[\\s,]+")) {
      if (!one.matches(RECIPIENT)) {
        return "expected mailto:NAME@HOST or an address that begins with https:// or http://, or"
            + " 'none', found '"
            + one
            + "'";
      }
    }
    return null;
  }
}
