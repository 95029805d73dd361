package io.queuejob.web.jobs;

import io.queuejob.admin.JobRow;
import io.queuejob.web.StateWord;
import io.queuejob.web.VisibleText;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A job as a line of the list: the row's values made fit to show, none of them null but the
 * instants and the error.
 */
public record JobLine(JobRow row) {
  private static final Pattern PACKAGE = Pattern.compile("^(?:[a-z_$][\\w$]*\\.)+(?=[A-Z])");

  /** The state; one that this version does not know is shown as waiting. */
  public StateWord state() {
    return StateWord.of(row.state()).orElse(StateWord.PENDING);
  }

  /** Whether a node has the job. */
  public boolean held() {
    return state() == StateWord.ENQUEUED || state() == StateWord.STARTED;
  }

  public String uuid() {
    return row.uuid().toString();
  }

  /** The title for a place inside a script, where a sign of markup would begin something. */
  public String quoted() {
    return VisibleText.quoted(title());
  }

  /** The description, or the function where a job has none. */
  public String title() {
    String line = VisibleText.firstLine(row.description());
    return line == null || line.isEmpty() ? shortFunction() : line;
  }

  public String function() {
    return VisibleText.of(row.function());
  }

  /** The function without the package of its class. */
  public String shortFunction() {
    return PACKAGE.matcher(function()).replaceFirst("");
  }

  public String channel() {
    return VisibleText.of(row.channel());
  }

  /** Attempts counted of those allowed, such as {@code 2 / 5}; without limit: {@code 2 / ∞}. */
  public String attempts() {
    return row.retry() + " / " + (row.maxRetries() == 0 ? "∞" : row.maxRetries());
  }

  public Instant created() {
    return row.created();
  }

  public Instant since() {
    return row.since();
  }

  /** The ETA of a job that still waits for it; null otherwise. */
  public Instant eta() {
    boolean waits = state() == StateWord.PENDING || state() == StateWord.WAIT_DEPENDENCIES;
    return waits ? row.eta() : null;
  }

  public String node() {
    return VisibleText.of(row.node());
  }

  /** The failure's message in one line; null if there is none. */
  public String error() {
    return VisibleText.firstLine(row.error());
  }
}
