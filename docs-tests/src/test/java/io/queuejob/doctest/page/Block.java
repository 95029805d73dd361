package io.queuejob.doctest.page;

/**
 * A block of code.
 *
 * @param page path from the root of the checkout
 * @param line of its fence
 * @param language as the fence names it; empty for none
 * @param file the file whose content it is, as the paragraph before the block says; null for none
 * @param text without the fences and without the indentation that they have, with a line end
 */
public record Block(String page, int line, String language, String file, String text) {

  /** Whether something is deliberately left out of it: a line of its own that is only {@code …}. */
  public boolean isFragment() {
    return text.lines().anyMatch(line -> line.strip().equals("…"));
  }

  /** Where it stands, such as {@code docs/jobs.md:72}. */
  @Override
  public String toString() {
    return page + ":" + line + (file == null ? "" : " " + file);
  }
}
