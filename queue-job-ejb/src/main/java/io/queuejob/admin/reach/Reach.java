package io.queuejob.admin.reach;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The channels in which somebody may act, or that somebody may see, each with all below it.
 * Everything lies below {@code root}.
 *
 * @param channels full paths, none of them below another
 */
public record Reach(List<String> channels) {
  private static final String ROOT = "root";

  /** All channels. */
  public static final Reach EVERYWHERE = new Reach(List.of(ROOT));

  /** No channel. */
  public static final Reach NOWHERE = new Reach(List.of());

  public Reach {
    List<String> all = channels.stream().map(Reach::full).distinct().sorted().toList();
    channels =
        all.stream().filter(one -> all.stream().noneMatch(top -> isBelow(one, top))).toList();
  }

  /** These channels with all below them; a leading {@code root} may be left out. */
  public static Reach of(String... channels) {
    return new Reach(List.of(channels));
  }

  private static String full(String path) {
    return path.equals(ROOT) || path.startsWith(ROOT + ".") ? path : ROOT + "." + path;
  }

  private static boolean isBelow(String path, String top) {
    return path.startsWith(top + ".");
  }

  /** Whether it holds a channel, by its full path. */
  public boolean covers(String channel) {
    return channels.stream().anyMatch(top -> channel.equals(top) || isBelow(channel, top));
  }

  /** Whether it holds all channels of another one; of none, it does not. */
  public boolean covers(Reach other) {
    return !channels.isEmpty() && other.channels.stream().allMatch(this::covers);
  }

  /** The channels of both. */
  public Reach and(Reach other) {
    return new Reach(Stream.of(channels, other.channels).flatMap(Collection::stream).toList());
  }

  /** The channels that lie in both. */
  public Reach common(Reach other) {
    return new Reach(
        Stream.concat(
                channels.stream().filter(other::covers),
                other.channels.stream().filter(this::covers))
            .toList());
  }

  /**
   * A desk that knows of no limits, for who has none.
   *
   * @throws UnsupportedOperationException if this is not everywhere
   */
  public <D> D unlimited(D desk) {
    if (!isEverywhere()) {
      throw new UnsupportedOperationException(
          "expected a desk of the engine, which shows some channels only, found "
              + desk.getClass().getName());
    }
    return desk;
  }

  /** Whether nothing lies outside. */
  public boolean isEverywhere() {
    return channels.contains(ROOT);
  }

  /** Whether it holds nothing. */
  public boolean isNowhere() {
    return channels.isEmpty();
  }

  /** The paths, joined by commas; of no channel, {@code none}. */
  @Override
  public String toString() {
    return channels.isEmpty() ? "none" : String.join(", ", channels);
  }
}
