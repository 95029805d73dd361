package io.queuejob.internal.config;

import io.queuejob.admin.reach.Reach;
import io.queuejob.admin.reach.Reaches;
import io.queuejob.internal.job.ChannelPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where people may act, and see. What is not set limits nobody; once it is set, who is in none of
 * its groups acts, or sees, nowhere, so that a group whose name is mistyped is worth nothing rather
 * than everything.
 *
 * @param operators where operators may act; empty for everywhere
 * @param administrators where administrators may act; empty for everywhere
 * @param viewers what people may see even where they may not act; empty for everything
 */
public record ReachSettings(
    Optional<List<Entry>> operators,
    Optional<List<Entry>> administrators,
    Optional<List<Entry>> viewers)
    implements Reaches {
  static final String EXPECTED =
      "GROUP:CHANNEL joined by commas, such as mail-team:root.mail, each pair once, or none";

  private static final String NONE = "none";

  /**
   * A group that may act in a channel and all below it.
   *
   * @param group its name, or that of a role
   * @param channel full path
   */
  public record Entry(String group, String channel) {}

  /**
   * The entries of a text; of {@code none} there are none.
   *
   * @throws IllegalArgumentException with the part of it that is no entry, or is one a second time
   */
  static List<Entry> read(String text) {
    List<Entry> entries = new ArrayList<>();
    if (text.strip().equals(NONE)) {
      return entries;
    }
    for (String part : text.split("[,\\n\\r]", -1)) {
      if (part.isBlank() && text.contains("\n")) {
        continue;
      }
      Entry entry = entry(part.strip());
      if (entries.contains(entry)) {
        throw new IllegalArgumentException(part.strip());
      }
      entries.add(entry);
    }
    if (entries.isEmpty()) {
      throw new IllegalArgumentException(text.strip());
    }
    return List.copyOf(entries);
  }

  /** Channels hold no colon: what stands before the last one is the group. */
  private static Entry entry(String part) {
    int colon = part.lastIndexOf(':');
    String group = colon < 0 ? "" : part.substring(0, colon).strip();
    String channel = part.substring(colon + 1).strip();
    if (group.isEmpty() || channel.isEmpty()) {
      throw new IllegalArgumentException(part);
    }
    try {
      return new Entry(group, ChannelPath.of(channel).text());
    } catch (IllegalArgumentException noPath) {
      throw new IllegalArgumentException(part, noPath);
    }
  }

  @Override
  public Reach ofOperator(Predicate<String> isMember) {
    return reach(operators, isMember);
  }

  @Override
  public Reach ofAdministrator(Predicate<String> isMember) {
    return reach(administrators, isMember);
  }

  @Override
  public Reach ofViewer(Predicate<String> isMember) {
    return reach(viewers, isMember);
  }

  private static Reach reach(Optional<List<Entry>> entries, Predicate<String> isMember) {
    return entries
        .map(
            all ->
                new Reach(
                    all.stream()
                        .filter(entry -> isMember.test(entry.group()))
                        .map(Entry::channel)
                        .toList()))
        .orElse(Reach.EVERYWHERE);
  }
}
