package io.queuejob.internal.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Full path of a channel, such as {@code root.images.large}. A leading {@code root} may be left out
 * when it is written by people (S-CH-01); names are case sensitive and may contain blanks, but no
 * dot, comma, colon or line break.
 *
 * @param text the full path, beginning with {@code root}
 */
public record ChannelPath(String text) implements Comparable<ChannelPath> {
  /** Most characters of a path: longer ones do not fit into an index of the database. */
  public static final int LONGEST = 500;

  /** The top of every tree. */
  public static final ChannelPath ROOT = new ChannelPath("root");

  public ChannelPath {
    Objects.requireNonNull(text, "text");
  }

  /**
   * Reads a path as people write it.
   *
   * @param written path with or without leading {@code root}; null or blank means root
   * @throws IllegalArgumentException saying expected and found, if a level is empty, a name holds a
   *     forbidden character, or the path is too long
   */
  public static ChannelPath of(String written) {
    if (written == null || written.isBlank()) {
      return ROOT;
    }
    List<String> names = new ArrayList<>();
    for (String part : written.strip().split("\\.", -1)) {
      String name = part.strip();
      if (name.isEmpty() || name.chars().anyMatch(c -> c == ':' || c == ',' || c < ' ')) {
        throw new IllegalArgumentException(
            "expected names joined by dots, such as root.mail, found '" + written + "'");
      }
      names.add(name);
    }
    if (!names.get(0).equals("root")) {
      names.add(0, "root");
    }
    String text = String.join(".", names);
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "expected at most %d characters, found %d: '%s…'"
              .formatted(LONGEST, text.length(), text.substring(0, 40)));
    }
    return new ChannelPath(text);
  }

  /** The path one level up; null for root. */
  public ChannelPath parent() {
    int dot = text.lastIndexOf('.');
    return dot < 0 ? null : new ChannelPath(text.substring(0, dot));
  }

  /** This path and all above it, root first. */
  public List<ChannelPath> fromRoot() {
    List<ChannelPath> path = new ArrayList<>();
    for (ChannelPath at = this; at != null; at = at.parent()) {
      path.add(0, at);
    }
    return path;
  }

  /** Whether this is the other path or lies below it. */
  public boolean isWithin(ChannelPath other) {
    return text.equals(other.text) || text.startsWith(other.text + ".");
  }

  @Override
  public int compareTo(ChannelPath other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
