package io.queuejob.matrix.check;

import io.queuejob.matrix.site.CheckFailedException;
import io.queuejob.matrix.site.Site;
import java.util.List;

/** One story, told on a running server. */
public interface Check {

  /** The word of its column. */
  String name();

  /**
   * Tells it.
   *
   * @throws CheckFailedException if it ends otherwise than it should
   */
  void run(Site site) throws Exception;

  /** All of them, in their order; each may count on what those before it left. */
  static List<Check> all() {
    return List.of(
        new StartCheck(),
        new CallCheck(),
        new RollbackCheck(),
        new KillCheck(),
        new LoginCheck(),
        new LookCheck(),
        new StopCheck());
  }
}
