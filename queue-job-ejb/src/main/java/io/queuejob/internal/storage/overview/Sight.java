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

  private final List<String> tops;

  private Sight(List<String> tops) {
    this.tops = tops;
  }

  /** Some channels, each with all below it. */
  public static Sight of(List<String> channels) {
    return new Sight(Within.tops(channels));
  }

  public boolean isAll() {
    return tops == null;
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
