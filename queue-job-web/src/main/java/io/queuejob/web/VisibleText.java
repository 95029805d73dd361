package io.queuejob.web;

/**
 * Text of a job made safe to show. Escaping of markup is the page's work; this is about characters
 * that break the XML of a partial answer or that a reader cannot see: each is shown by a sign.
 */
public final class VisibleText {
  private static final int CONTROL_PICTURES = 0x2400;
  private static final char UNKNOWN = '\uFFFD';

  private VisibleText() {}

  /**
   * The text with control characters, half surrogates and non-characters replaced by visible signs;
   * line feed and tab stay.
   *
   * @param text any text; null stays null
   */
  public static String of(String text) {
    if (text == null || text.codePoints().allMatch(VisibleText::isPlain)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(point -> visible.appendCodePoint(isPlain(point) ? point : sign(point)));
    return visible.toString();
  }

  /** The text for a place inside a script, where a sign of markup would begin something. */
  public static String quoted(String text) {
    return of(text).replace('<', '‹').replace('>', '›');
  }

  /** The first line of a text, for places that show one line; null stays null. */
  public static String firstLine(String text) {
    return text == null ? null : of(text.strip().lines().findFirst().orElse(""));
  }

  private static boolean isPlain(int point) {
    return point == '\n' || point == '\t' || !(isControl(point) || isOutsideXml(point));
  }

  private static boolean isControl(int point) {
    return Character.getType(point) == Character.CONTROL || isDirectionOverride(point);
  }

  /** Embeddings and overrides of direction can make a text read as another one. */
  private static boolean isDirectionOverride(int point) {
    return point >= 0x202A && point <= 0x202E;
  }

  private static boolean isOutsideXml(int point) {
    return (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
        || (point & 0xFFFE) == 0xFFFE;
  }

  private static int sign(int point) {
    if (point < ' ') {
      return CONTROL_PICTURES + point;
    }
    return UNKNOWN;
  }
}
