package io.queuejob.internal.codec.secret;

import java.util.List;

/** A stored result as people see it: what was secret when it was written is masked. */
public final class MaskedResult {
  private MaskedResult() {}

  /**
   * The text to show.
   *
   * @param result as stored; null stays null
   * @param secret paths of what is secret in it, as stored beside it; null if nothing is
   */
  public static String of(String result, String secret) {
    if (result == null || secret == null) {
      return result;
    }
    try {
      return Mask.over(Mask.read(result), Mask.read(secret).asJsonArray()).toString();
    } catch (RuntimeException | StackOverflowError unreadable) {
      return Mask.MASKED.toString();
    }
  }

  /** The paths as they are stored; null if there are none. */
  public static String paths(List<String> paths) {
    return paths.isEmpty() ? null : Mask.paths(paths).toString();
  }
}
