package io.queuejob.internal.operations.desk;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.channel.ChannelAdmin;
import io.queuejob.admin.channel.ChannelStatus;
import io.queuejob.admin.reach.Reach;
import io.queuejob.internal.channel.ChannelOptions;
import io.queuejob.internal.channel.ChannelSpec;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.operations.Bounds;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.storage.desk.ChannelEdits;
import io.queuejob.internal.storage.desk.ChannelReading;
import io.queuejob.internal.storage.desk.ChannelReading.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Channels: reads without a transaction, changes each in one of its own. */
public final class ChannelDesk implements ChannelAdmin {
  private static final List<String> FLAGS = List.of("paused", "sequential", "sequential_default");

  private final ChannelReading reading;
  private final ChannelEdits edits;
  private final Carried carried;
  private final Bounds bounds;

  public ChannelDesk(ChannelReading reading, ChannelEdits edits, Transactions transactions) {
    this(reading, edits, new Carried(transactions), Bounds.of(Reach.EVERYWHERE));
  }

  private ChannelDesk(ChannelReading reading, ChannelEdits edits, Carried carried, Bounds bounds) {
    this.reading = reading;
    this.edits = edits;
    this.carried = carried;
    this.bounds = bounds;
  }

  @Override
  public ChannelAdmin within(Reach reach) {
    return new ChannelDesk(reading, edits, carried, Bounds.of(reach, bounds.seen()));
  }

  @Override
  public ChannelAdmin seeing(Reach reach) {
    Reach seen = bounds.seen().common(reach);
    return new ChannelDesk(reading, edits, carried, Bounds.of(bounds.reach(), seen));
  }

  @Override
  public List<ChannelStatus> channels() {
    List<ChannelStatus> all =
        ChannelForest.of(reading.channels(), reading.held(), reading.inside());
    return bounds.seen().isEverywhere()
        ? all
        : all.stream()
            .filter(one -> bounds.seen().covers(one.path()))
            .map(one -> ChannelForest.veiled(one, bounds.seen()))
            .toList();
  }

  @Override
  public Optional<ChannelStatus> channel(String path) {
    return channels().stream().filter(one -> one.path().equals(path)).findFirst();
  }

  @Override
  public CommandResult change(
      String path, Map<String, String> options, String version, String actor) {
    check(options);
    ChannelPath at = reachable(path);
    return carried.out(
        () -> {
          Optional<Line> found = edits.locked(at.text());
          if (found.isEmpty()) {
            return missing(path);
          }
          Line line = found.get();
          if (version != null && !version.equals(line.version())) {
            return stale(line);
          }
          ChannelSpec spec = spec(at, merged(line.options(), options));
          if (spec.equals(spec(at, line.options()))) {
            return Carried.done("Channel " + at + " is so already; nothing was changed.");
          }
          edits.change(spec, Carried.person(actor));
          return Carried.done("Channel " + at + " was changed.");
        });
  }

  @Override
  public CommandResult pause(String path, boolean paused, String actor) {
    ChannelPath at = reachable(path);
    return carried.out(
        () -> {
          if (edits.locked(at.text()).isEmpty()) {
            return missing(path);
          }
          boolean changed = edits.pause(at.text(), paused, Carried.person(actor));
          return Carried.done(
              "Channel "
                  + at
                  + (changed ? " " : " is already ")
                  + (paused
                      ? (changed ? "was paused" : "paused")
                      : changed ? "goes on" : "going on")
                  + ".");
        });
  }

  @Override
  public CommandResult reset(String path, String actor) {
    ChannelPath at = reachable(path);
    return carried.out(
        () -> {
          if (edits.locked(at.text()).isEmpty()) {
            return missing(path);
          }
          if (!edits.reset(at.text(), Carried.person(actor))) {
            return Carried.refused(
                "QJ7079 channel "
                    + at
                    + " was not reset: expected a change by a person with something that the nodes"
                    + " say behind it, found none; change its options, or remove it.");
          }
          return Carried.done("Channel " + at + " is as the nodes say again.");
        });
  }

  @Override
  public CommandResult add(String path, Map<String, String> options, String actor) {
    check(options);
    ChannelPath at = reachable(path);
    ChannelSpec spec = spec(at, merged(Map.of(), options));
    return carried.out(
        () -> {
          if (!edits.add(spec, Carried.person(actor))) {
            return Carried.refused(
                "QJ7077 channel "
                    + at
                    + " was not added: expected a path that no channel has, found that one has it;"
                    + " change that one.");
          }
          return Carried.done("Channel " + at + " was added.");
        });
  }

  @Override
  public CommandResult remove(String path, String actor) {
    ChannelPath at = reachable(path);
    return carried.out(
        () -> {
          Optional<Line> found = edits.locked(at.text());
          if (found.isEmpty()) {
            return missing(path);
          }
          if (!found.get().origin().removable()) {
            return kept(at, "that a person or a first use made", "that nodes are told of it");
          }
          if (!edits.remove(found.get(), Carried.person(actor))) {
            return kept(
                at,
                "no job in it that waits, runs or failed",
                "jobs, or slots that nodes hold; pause it, and try again when they ended");
          }
          return Carried.done("Channel " + at + " was removed; the one above it holds now.");
        });
  }

  private static CommandResult missing(String path) {
    return Carried.notFound(
        "QJ7075 there is no channel "
            + path
            + " with options of its own; add it, or see that the path is right.");
  }

  private static CommandResult kept(ChannelPath at, String expected, String found) {
    return Carried.refused(
        "QJ7078 channel %s was not removed: expected %s, found %s.".formatted(at, expected, found));
  }

  private static CommandResult stale(Line line) {
    String who = line.origin().changedBy();
    return Carried.refused(
        "QJ7076 channel "
            + line.path()
            + " was not changed: expected it as it was when you began, found that "
            + (who == null ? "a node was told otherwise" : who + " changed it")
            + " meanwhile; look at it again and repeat the change. It is now "
            + words(line.options())
            + ".");
  }

  private static String words(Map<String, String> options) {
    StringBuilder words = new StringBuilder();
    options.forEach(
        (key, value) -> words.append(words.isEmpty() ? "" : ", ").append(key + " " + value));
    return words.toString();
  }

  private static ChannelSpec spec(ChannelPath at, Map<String, String> options) {
    return new ChannelOptions("channel " + at, at, options).spec();
  }

  /** Texts that are taken away are missing; a capacity never is. */
  private static Map<String, String> merged(Map<String, String> now, Map<String, String> wanted) {
    Map<String, String> merged = new HashMap<>(now);
    wanted.forEach(
        (key, value) -> {
          String text = value == null ? "" : value.strip();
          if (text.isEmpty() && (!key.equals(ChannelOptions.CAPACITY) || value == null)) {
            merged.remove(key);
          } else {
            merged.put(key, FLAGS.contains(key) ? text : text.toLowerCase(Locale.ROOT));
          }
        });
    return merged;
  }

  private static void check(Map<String, String> options) {
    for (String key : options.keySet()) {
      if (key.equals("executor")
          || !(key.equals(ChannelOptions.CAPACITY) || ChannelOptions.isKey(key))) {
        throw new IllegalArgumentException(
            "QJ7081 expected options among capacity, "
                + ChannelOptions.keys().replace("executor, ", "")
                + ", found '"
                + key
                + "'; correct or remove it.");
      }
    }
  }

  private ChannelPath reachable(String written) {
    ChannelPath at = path(written);
    bounds.channel(at.text());
    return at;
  }

  private static ChannelPath path(String written) {
    try {
      if (written == null || written.isBlank()) {
        throw new IllegalArgumentException("expected a path such as root.mail, found none");
      }
      return ChannelPath.of(written);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("QJ7083 " + e.getMessage() + "; correct the path.", e);
    }
  }
}
