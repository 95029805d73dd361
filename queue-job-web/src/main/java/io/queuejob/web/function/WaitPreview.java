package io.queuejob.web.function;

import io.queuejob.admin.function.FunctionAdmin;
import io.queuejob.admin.function.RetryWait;
import java.util.ArrayList;
import java.util.List;

/** The waits of a retry pattern, as the engine works them out; attempts that wait alike are one. */
final class WaitPreview {
  private static final int WITHOUT_LIMIT = 20;
  private static final int MOST = 1_000;

  private WaitPreview() {}

  /**
   * The lines of a preview.
   *
   * @param maxRetries attempts allowed; 0 for no limit
   * @throws IllegalArgumentException if the pattern cannot be read
   */
  static List<WaitLine> of(FunctionAdmin admin, String pattern, int maxRetries) {
    int waits = maxRetries == 0 ? WITHOUT_LIMIT : Math.min(MOST, maxRetries - 1);
    if (waits < 1) {
      admin.waits(pattern, 1);
      return List.of();
    }
    List<WaitLine> lines = new ArrayList<>();
    List<RetryWait> all = admin.waits(pattern, waits);
    int from = 0;
    for (int i = 1; i <= all.size(); i++) {
      if (i == all.size() || !isAlike(all.get(from), all.get(i))) {
        lines.add(line(all.get(from), all.get(i - 1), maxRetries == 0 && i == all.size()));
        from = i;
      }
    }
    return lines;
  }

  private static boolean isAlike(RetryWait one, RetryWait other) {
    return one.least() == other.least() && one.most() == other.most();
  }

  private static WaitLine line(RetryWait first, RetryWait last, boolean open) {
    String range =
        first.attempt() == last.attempt()
            ? String.valueOf(first.attempt())
            : first.attempt() + " – " + last.attempt();
    return new WaitLine(
        open ? first.attempt() + " …" : range, DelayText.of(first.least(), first.most()));
  }
}
