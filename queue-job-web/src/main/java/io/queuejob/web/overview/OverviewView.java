package io.queuejob.web.overview;

import io.queuejob.admin.overview.Overview;
import io.queuejob.admin.overview.OverviewAdmin;
import io.queuejob.admin.overview.Window;
import io.queuejob.web.StateWord;
import io.queuejob.web.Trouble;
import io.queuejob.web.overview.chart.Figure;
import io.queuejob.web.sight.Seen;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** State of the overview: the span of time, and what was read last. */
@Named("queueJobOverview")
@ViewScoped
public class OverviewView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(OverviewView.class.getName());
  private static final int MOST_LINES = 15;
  private static final int MOST_MARKS = 8;
  private static final int TIMES_BELOW = 5;

  private OverviewAdmin admin;
  private Window window = Window.HOUR;
  private transient Overview overview;
  private transient boolean unreadable;
  private transient String trouble;

  protected OverviewView() {}

  @Inject
  OverviewView(@Seen OverviewAdmin admin) {
    this.admin = admin;
  }

  /** The span of the page's address; what is no span is ignored. */
  public String getWindow() {
    return window.word();
  }

  public void setWindow(String word) {
    window =
        Stream.of(Window.values())
            .filter(one -> one.word().equals(word))
            .findFirst()
            .orElse(Window.HOUR);
  }

  /** Reads anew; keeps what was read last if that fails. */
  public void refresh() {
    try {
      overview = admin.overview(window);
      unreadable = false;
      trouble = null;
    } catch (RuntimeException e) {
      LOG.log(unreadable ? Level.TRACE : Level.WARNING, "The overview could not be read", e);
      unreadable = true;
      trouble = Trouble.ownMessage(e);
    }
  }

  /** What was read last; null if nothing was. */
  public Overview getOverview() {
    if (overview == null && !unreadable) {
      refresh();
    }
    return overview;
  }

  public boolean isThere() {
    return getOverview() != null;
  }

  public boolean isUnreadable() {
    return unreadable;
  }

  public String getTrouble() {
    return trouble;
  }

  public String getWaiting() {
    return Words.amount(overview.now().waiting());
  }

  public Instant getSince() {
    return overview.now().since();
  }

  public String getScheduled() {
    return Words.amount(overview.now().scheduled());
  }

  public String getFailed() {
    return Words.amount(overview.now().failed());
  }

  public boolean isFailing() {
    return overview.now().failed().number() > 0;
  }

  public String getRunning() {
    return Words.number(overview.now().running());
  }

  /** Places that may be used at once; null without limit. */
  public Integer getCapacity() {
    return overview.now().capacity();
  }

  /** Part of the places that is in use, of a hundred; 0 without limit. */
  public long getUsed() {
    Integer capacity = overview.now().capacity();
    return capacity == null || capacity == 0
        ? 0
        : Math.min(100, overview.now().running() * 100 / capacity);
  }

  public int getNodes() {
    return overview.now().nodes();
  }

  /** Jobs done per minute over the whole span. */
  public String getRate() {
    double minutes = window.step().toSeconds() / 60.0 * window.steps();
    return Words.perMinute(overview.ended().done() / minutes);
  }

  public String getDone() {
    return Words.number(overview.ended().done());
  }

  public String getFailures() {
    return Words.number(overview.ended().failed());
  }

  public String getWaitHalf() {
    return Words.length(overview.ended().waited().p50());
  }

  public String getWaitMost() {
    return Words.length(overview.ended().waited().p95());
  }

  public String getWaitAlmostAll() {
    return Words.length(overview.ended().waited().p99());
  }

  public String getRunHalf() {
    return Words.length(overview.ended().ran().p50());
  }

  public String getRunMost() {
    return Words.length(overview.ended().ran().p95());
  }

  public String getRunAlmostAll() {
    return Words.length(overview.ended().ran().p99());
  }

  public String getWaitingLead() {
    return Leads.jobs(StateWord.PENDING);
  }

  public String getRunningLead() {
    return Leads.jobs(StateWord.STARTED);
  }

  public String getFailedLead() {
    return Leads.jobs(StateWord.FAILED);
  }

  public List<Need> getNeeds() {
    return Need.of(overview.attention());
  }

  public List<Figure> getFigures() {
    return Charts.of(overview.steps());
  }

  /** Deployments and nodes that joined, the newest first. */
  public List<MarkLine> getMarks() {
    return MarkLines.of(overview);
  }

  /** The newest marks, for the list in words. */
  public List<MarkLine> getNewestMarks() {
    return getMarks().stream().limit(MOST_MARKS).toList();
  }

  /** Instants below the charts, evenly spread from the first to the last. */
  public List<Instant> getTimesBelow() {
    Instant first = overview.steps().get(0).began();
    long millis = window.step().toMillis() * window.steps();
    return IntStream.range(0, TIMES_BELOW)
        .mapToObj(i -> first.plusMillis(millis * i / (TIMES_BELOW - 1)))
        .toList();
  }

  /** How times below the charts are written. */
  public String getTimeForm() {
    return window == Window.WEEK ? "day" : "clock";
  }

  /** The steps in which anything ended, the newest first. */
  public List<StepLine> getSteps() {
    int last = overview.steps().size() - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(i -> new StepLine(last - i, overview.steps().get(last - i)))
        .filter(line -> line.step().ended().runs() > 0)
        .toList();
  }

  public List<LoadLine> getChannels() {
    return overview.channels().stream().limit(MOST_LINES).map(LoadLine::new).toList();
  }

  public List<LoadLine> getFunctions() {
    return overview.functions().stream().limit(MOST_LINES).map(LoadLine::new).toList();
  }
}
