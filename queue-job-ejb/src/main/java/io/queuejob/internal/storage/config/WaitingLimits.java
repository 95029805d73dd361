package io.queuejob.internal.storage.config;

import io.queuejob.api.error.CaptureException;
import io.queuejob.internal.channel.ChannelSpec;
import io.queuejob.internal.channel.ChannelTree;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.WaitingKinds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Refuses calls for channels in which as much waits as may ({@code max_waiting}); calls for others
 * pass without a look. What counts is what is due and waits, in the channel and below it; calls
 * that are made at the same time may pass together.
 */
public final class WaitingLimits {
  /** How many jobs wait in a subtree, counted up to a limit. Parameters: path, path, limit. */
  static final String WAITING =
      WaitingKinds.OF_ALL
          + """
      SELECT count(*)::int AS waiting FROM (
        SELECT FROM kind k JOIN queue_job.job j
          ON j.waits AND j.function_id = k.function_id AND j.channel = k.channel
        WHERE k.channel = ? OR starts_with(k.channel, ? || '.')
        LIMIT ?) AS counted
      """;

  private final Database database;
  private final Supplier<ChannelTree> tree;

  /**
   * Limits.
   *
   * @param database joined to the caller's transaction, so that its own calls count
   * @param tree channels in force
   */
  public WaitingLimits(Database database, Supplier<ChannelTree> tree) {
    this.database = database;
    this.tree = tree;
  }

  /**
   * Lets a call through.
   *
   * @throws CaptureException if too much waits; nothing was written, and the caller's transaction
   *     can go on
   */
  public void admit(ChannelPath channel) {
    admit(List.of(channel));
  }

  /**
   * Lets calls through, all or none.
   *
   * @param channels of the jobs that will wait at once, one for each
   * @throws CaptureException if too much waits; nothing was written, and the caller's transaction
   *     can go on
   */
  public void admit(List<ChannelPath> channels) {
    Map<ChannelSpec, Integer> more = new LinkedHashMap<>();
    for (ChannelPath channel : channels) {
      tree.get().waitingLimits(channel).forEach(limit -> more.merge(limit, 1, Integer::sum));
    }
    more.forEach(this::admit);
  }

  private void admit(ChannelSpec limit, int more) {
    int most = limit.bounds().maxWaiting();
    int waiting = waiting(limit.path(), most);
    if (waiting + more > most) {
      throw new CaptureException(
          "QJ3008",
          "channel "
              + limit.path()
              + ": expected at most "
              + most
              + " waiting jobs (max_waiting), found "
              + (waiting < most ? waiting : "that many")
              + " and "
              + more
              + " more to store; call again later, run more of them at once, or raise max_waiting"
              + " of the channel");
    }
  }

  private int waiting(ChannelPath path, int most) {
    return database
        .run(
            "count what waits in " + path,
            s -> s.first(WAITING, row -> row.getInt("waiting"), path.text(), path.text(), most))
        .orElseThrow();
  }
}
