package io.queuejob.chaos.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** When which node could not respond, or not as usual. */
public final class Troubles {
  /** Stands for all nodes. */
  public static final String ALL = "*";

  private final List<Trouble> all = new CopyOnWriteArrayList<>();

  /** Time of trouble of one node, or of all. */
  public static final class Trouble {
    private final String node;
    private final Instant from = Instant.now();
    private volatile Instant to = Instant.MAX;

    private Trouble(String node) {
      this.node = node;
    }

    /** It is over. */
    public void over() {
      to = Instant.now();
    }
  }

  /** A trouble begins. */
  public Trouble begin(String node) {
    Trouble trouble = new Trouble(node);
    all.add(trouble);
    return trouble;
  }

  /**
   * Since when a node may be working by old knowledge.
   *
   * @param node its name
   * @param at the moment
   * @param most how long a node that responds may be behind
   */
  public Instant since(String node, Instant at, Duration most) {
    Instant since = at.minus(most);
    for (boolean moved = true; moved; ) {
      moved = false;
      for (Trouble one : all) {
        boolean concerns = one.node.equals(ALL) || one.node.equals(node);
        boolean touches = one.from.isBefore(at) && !one.to.isBefore(since);
        if (concerns && touches && one.from.minus(most).isBefore(since)) {
          since = one.from.minus(most);
          moved = true;
        }
      }
    }
    return since;
  }

  /** Whether any node was in trouble between two instants. */
  public boolean any(Instant from, Instant to) {
    return all.stream().anyMatch(one -> one.from.isBefore(to) && one.to.isAfter(from));
  }
}
