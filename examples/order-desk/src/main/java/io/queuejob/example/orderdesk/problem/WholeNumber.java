package io.queuejob.example.orderdesk.problem;

/** Whole numbers that arrive as text. */
public final class WholeNumber {
  private WholeNumber() {}

  /**
   * Reads a whole number.
   *
   * @param name what the number is called, for the message
   * @param text what was given; null if nothing was
   * @param min smallest number accepted
   * @param max largest number accepted
   * @throws Rejection if the text is no whole number in that range
   */
  public static int parse(String name, String text, int min, int max) {
    String expected = "a whole number from " + min + " to " + max;
    if (text == null || text.isBlank()) {
      throw new Rejection("No " + name + " given", expected, "nothing");
    }
    String trimmed = text.strip();
    if (!trimmed.matches("-?[0-9]{1,10}")) {
      throw new Rejection("Invalid " + name, expected, Quoted.of(trimmed));
    }
    long number = Long.parseLong(trimmed);
    if (number < min || number > max) {
      throw new Rejection("Invalid " + name, expected, trimmed);
    }
    return (int) number;
  }
}
