package io.queuejob.example.orderdesk.problem;

/** Foreign text, fit to stand in a message: quoted, on one line, of bounded length. */
public final class Quoted {
  private static final int MAX = 60;

  private Quoted() {}

  /** The text in quotes; control characters become spaces, what is too long is cut. */
  public static String of(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    if (line.codePointCount(0, line.length()) > MAX) {
      line = line.substring(0, line.offsetByCodePoints(0, MAX)) + "…";
    }
    return "'" + line + "'";
  }
}
