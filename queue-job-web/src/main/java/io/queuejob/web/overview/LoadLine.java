package io.queuejob.web.overview;

import io.queuejob.admin.overview.Amount;
import io.queuejob.admin.overview.Load;
import io.queuejob.web.VisibleText;
import io.queuejob.web.overview.chart.Plot;
import java.time.Instant;

/** A channel or function as a line of its table. */
public record LoadLine(Load load) {
  public String name() {
    return VisibleText.of(load.name());
  }

  /** The name without the package of a class. */
  public String title() {
    return Need.shortName(load.name());
  }

  public String lead() {
    return load.application() == null ? Leads.channel(load.name()) : Leads.function(load.name());
  }

  public String application() {
    return load.application() == null ? "" : VisibleText.of(load.application());
  }

  public String spark() {
    return Plot.spark(load.trend());
  }

  public String box() {
    return Plot.box(load.trend().size());
  }

  public String done() {
    return Words.number(load.ended().done());
  }

  public String failed() {
    return Words.number(load.ended().failed());
  }

  public boolean failing() {
    return load.ended().failed() > 0;
  }

  public String waitMost() {
    return Words.length(load.ended().waited().p95());
  }

  public String runHalf() {
    return Words.length(load.ended().ran().p50());
  }

  public String runMost() {
    return Words.length(load.ended().ran().p95());
  }

  public String waiting() {
    return Words.amount(load.now().waiting());
  }

  public boolean waits() {
    return !load.now().waiting().equals(Amount.of(0));
  }

  public Instant since() {
    return load.now().since();
  }

  /** Such as 3 / 8, or 3 without limit. */
  public String running() {
    Integer capacity = load.now().capacity();
    return load.now().running() + (capacity == null ? "" : " / " + capacity);
  }

  public String busy() {
    return Words.part(load.now().busy());
  }

  public boolean paused() {
    return load.now().paused();
  }
}
