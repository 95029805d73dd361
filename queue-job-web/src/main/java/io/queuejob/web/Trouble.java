package io.queuejob.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be told to a person of a failure: the product's own messages, nothing else. */
public final class Trouble {
  private static final Pattern OWN = Pattern.compile("QJ\\d{4} .*", Pattern.DOTALL);

  private Trouble() {}

  /**
   * The first message with an id of the product in the chain of causes; null if there is none, and
   * then a general text is the right one.
   */
  public static String ownMessage(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      Matcher own = OWN.matcher(cause.getMessage() == null ? "" : cause.getMessage());
      if (own.matches()) {
        return VisibleText.of(cause.getMessage());
      }
      cause = cause.getCause();
    }
    return null;
  }
}
