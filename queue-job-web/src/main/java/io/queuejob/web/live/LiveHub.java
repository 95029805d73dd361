package io.queuejob.web.live;

import io.queuejob.admin.overview.OverviewAdmin;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** All streams of this application, and the one look at the database that serves them. */
@ApplicationScoped
public class LiveHub {
  /** Most streams at once: each is a connection that stays open. */
  static final int MOST = 200;

  private static final Logger LOG = System.getLogger(LiveHub.class.getName());
  private static final int BEATS_BETWEEN_SIGNS = 15;

  private OverviewAdmin admin;

  @Resource private ManagedScheduledExecutorService scheduler;

  private Rhythm rhythm = this::eachSecond;

  private final List<LiveStream> streams = new CopyOnWriteArrayList<>();
  private Runnable noMoreBeats;
  private String seen;
  private boolean settling;
  private long beat;
  private boolean failing;

  /** Does something each second; what it returns ends that. */
  @FunctionalInterface
  interface Rhythm {
    /** Begins. */
    Runnable begin(Runnable beat);
  }

  protected LiveHub() {}

  @Inject
  LiveHub(OverviewAdmin admin) {
    this.admin = admin;
  }

  LiveHub(OverviewAdmin admin, Rhythm rhythm) {
    this(admin);
    this.rhythm = rhythm;
  }

  private Runnable eachSecond(Runnable beat) {
    ScheduledFuture<?> beats = scheduler.scheduleWithFixedDelay(beat, 0, 1, TimeUnit.SECONDS);
    return () -> beats.cancel(false);
  }

  /** Takes a stream up; false if there are too many. */
  public synchronized boolean open(LiveStream stream) {
    if (streams.size() >= MOST) {
      return false;
    }
    streams.add(stream);
    stream.send("hello");
    if (noMoreBeats == null) {
      seen = null;
      noMoreBeats = rhythm.begin(this::beat);
    }
    return true;
  }

  /** Forgets a stream; without any the looking ends. */
  public synchronized void close(LiveStream stream) {
    streams.remove(stream);
    if (streams.isEmpty() && noMoreBeats != null) {
      noMoreBeats.run();
      noMoreBeats = null;
    }
  }

  /**
   * Looks once, and tells all if anything has changed: at once, and once more when it has come to
   * rest, for a page that read while it still changed.
   */
  private void beat() {
    beat++;
    boolean changing = look();
    boolean changed = changing || settling;
    settling = changing;
    if (changed || beat % BEATS_BETWEEN_SIGNS == 0) {
      String word = changed ? "changed" : null;
      streams.stream().filter(stream -> !stream.send(word)).forEach(this::close);
    }
  }

  private boolean look() {
    try {
      String now = admin.trace();
      boolean changed = seen != null && !now.equals(seen);
      seen = now;
      failing = false;
      return changed;
    } catch (RuntimeException e) {
      LOG.log(failing ? Level.TRACE : Level.WARNING, "Changes could not be looked for", e);
      boolean first = !failing;
      failing = true;
      return first; // the pages find out for themselves, and say so
    }
  }

  /** How many listen. */
  public int open() {
    return streams.size();
  }

  @PreDestroy
  synchronized void stop() {
    if (noMoreBeats != null) {
      noMoreBeats.run();
    }
    streams.forEach(LiveStream::end);
  }
}
