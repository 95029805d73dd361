package io.queuejob.internal.operations.overview;

import io.queuejob.admin.overview.Overview;
import io.queuejob.admin.overview.OverviewAdmin;
import io.queuejob.admin.overview.Window;
import io.queuejob.admin.reach.Reach;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.overview.Sight;
import io.queuejob.internal.storage.overview.TraceQuery;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The overview; however many look, it is read a few times a second at most. */
public final class OverviewDesk implements OverviewAdmin {
  private static final long FRESH_NANOS = 300_000_000L;

  /** So many kinds of limits share what they read. */
  private static final int MOST_SHARED = 100;

  private final Database database;
  private final Reach seen;
  private final Map<Reach, OverviewDesk> limited = new ConcurrentHashMap<>();
  private final Glance glance;
  private final TraceQuery trace;
  private final LongSupplier nanos;
  private final Map<Window, Shelf> shelves = new EnumMap<>(Window.class);

  /** The last reading of one span; who comes while it is read waits for it. */
  private static final class Shelf {
    private Overview last;
    private long readNanos;
  }

  /**
   * A desk.
   *
   * @param database what is read
   * @param nanos the monotonic clock
   */
  public OverviewDesk(Database database, LongSupplier nanos) {
    this(database, nanos, Reach.EVERYWHERE);
  }

  private OverviewDesk(Database database, LongSupplier nanos, Reach seen) {
    this.database = database;
    this.seen = seen;
    Sight sight = seen.isEverywhere() ? Sight.ALL : Sight.of(seen.channels());
    this.glance = new Glance(database, nanos, sight);
    this.trace = new TraceQuery(database);
    this.nanos = nanos;
    for (Window window : Window.values()) {
      shelves.put(window, new Shelf());
    }
  }

  @Override
  public OverviewAdmin seeing(Reach reach) {
    Reach both = seen.common(reach);
    if (both.isEverywhere()) {
      return this;
    }
    if (limited.size() >= MOST_SHARED) {
      limited.clear();
    }
    return limited.computeIfAbsent(both, limits -> new OverviewDesk(database, nanos, limits));
  }

  @Override
  public Overview overview(Window window) {
    Shelf shelf = shelves.get(window);
    synchronized (shelf) {
      if (shelf.last == null || nanos.getAsLong() - shelf.readNanos > FRESH_NANOS) {
        shelf.last = glance.read(window);
        shelf.readNanos = nanos.getAsLong();
      }
      return shelf.last;
    }
  }

  @Override
  public String trace() {
    return trace.read();
  }
}
