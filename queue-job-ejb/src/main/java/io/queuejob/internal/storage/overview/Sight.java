package io.queuejob.internal.storage.overview;

import io.queuejob.internal.storage.Rows;
import io.queuejob.internal.storage.Statements;
import io.queuejob.internal.storage.reach.Within;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Which channels are looked at: all of them, or some, by statements with one condition more. */
public final class Sight {
  /** All channels. */
  public static final Sight ALL = new Sight(null);

  private final List<String> channels;
  private final List<String> tops;

  private Sight(List<String> channels) {
    this.channels = channels;
    this.tops = channels == null ? null : Within.tops(channels);
  }

  /** Some channels, each with all below it. */
  public static Sight of(List<String> channels) {
    return new Sight(channels);
  }

  public boolean isAll() {
    return tops == null;
  }

  /** The topmost of some channels; not asked of all. */
  List<String> channels() {
    return channels;
  }

  /** Whether a channel is looked at. */
  public boolean covers(String channel) {
    return tops == null || tops.stream().anyMatch((channel + ".")::startsWith);
  }

  /**
   * The rows of a statement.
   *
   * @param within the same statement with one parameter more, before all others: the begins of
   *     channels
   */
  <T> List<T> rows(
      Statements s, String all, String within, Rows.Mapper<T> mapper, Object... parameters)
      throws SQLException {
    return tops == null
        ? s.rows(all, mapper, parameters)
        : s.rows(within, mapper, Stream.concat(Stream.of(tops), Stream.of(parameters)).toArray());
  }
}
