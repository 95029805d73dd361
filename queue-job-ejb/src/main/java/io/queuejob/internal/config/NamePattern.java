package io.queuejob.internal.config;

/**
 * A JNDI name, or with one {@code *} behind its last {@code /} all those that a JNDI context lists
 * and that fit.
 *
 * @param text as it is written
 */
public record NamePattern(String text) {

  /** What is wrong with a text, as "expected …"; null if nothing is. */
  static String problem(String text) {
    int star = text.indexOf('*');
    boolean sound =
        !text.isBlank()
            && !text.matches(".*\\s.*")
            && text.indexOf('*', star + 1) < 0
            && (star < 0 || star > text.lastIndexOf('/'));
    return sound ? null : "JNDI names, each with at most one * behind its last /";
  }

  /** Whether it is one name, which nothing has to be listed for. */
  public boolean isName() {
    return text.indexOf('*') < 0;
  }

  /** The context whose names are to be listed; empty for the initial one. */
  public String context() {
    return text.substring(0, Math.max(0, text.lastIndexOf('/')));
  }

  /**
   * The full name of something that the context lists; null if it does not fit.
   *
   * @param listed with the context or without, as servers differ
   */
  public String nameOf(String listed) {
    String begin = text.substring(0, text.lastIndexOf('/') + 1);
    String full = !begin.isEmpty() && listed.startsWith(begin) ? listed : begin + listed;
    int star = text.indexOf('*');
    String after = text.substring(star + 1);
    boolean fits =
        full.length() >= text.length() - 1
            && full.startsWith(text.substring(0, star))
            && full.endsWith(after)
            && full.indexOf('/', begin.length()) < 0;
    return fits ? full : null;
  }
}
