package io.queuejob.internal.operations.overview;

import io.queuejob.admin.overview.Overview;
import io.queuejob.admin.overview.OverviewAdmin;
import io.queuejob.admin.overview.Window;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.overview.TraceQuery;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** The overview; however many look, it is read a few times a second at most. */
public final class OverviewDesk implements OverviewAdmin {
  private static final long FRESH_NANOS = 300_000_000L;

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
    this.glance = new Glance(database, nanos);
    this.trace = new TraceQuery(database);
    this.nanos = nanos;
    for (Window window : Window.values()) {
      shelves.put(window, new Shelf());
    }
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
