package io.queuejob.web.function;

import io.queuejob.admin.function.FunctionRow;
import io.queuejob.web.VisibleText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** A function as a line of the list: its values made fit to show. */
public record FunctionLine(FunctionRow row) {
  private static final Pattern PACKAGE = Pattern.compile("^(?:[a-z_$][\\w$]*\\.)+(?=[A-Z])");

  public int id() {
    return row.id();
  }

  public String name() {
    return VisibleText.of(row.name());
  }

  /** Bean and method alone. */
  public String shortName() {
    return PACKAGE.matcher(name().replaceFirst("\\(.*", "")).replaceFirst("");
  }

  public String application() {
    return VisibleText.of(row.application());
  }

  public String channel() {
    return VisibleText.of(row.option("channel").counts());
  }

  /** Attempts allowed, {@code ∞} for no limit. */
  public String attempts() {
    String counts = row.option("max_retries").counts();
    return counts.equals("0") ? "∞" : counts;
  }

  public String waiting() {
    return count(row.waiting());
  }

  public String failed() {
    return count(row.failed());
  }

  public boolean anyFailed() {
    return row.failed() > 0;
  }

  /** Whether jobs wait that no live node would run. */
  public boolean stranded() {
    return row.waiting() > 0 && row.nodes().isEmpty();
  }

  public int nodeCount() {
    return row.nodes().size();
  }

  public List<String> nodes() {
    return row.nodes().stream().map(VisibleText::of).toList();
  }

  public boolean changed() {
    return row.changed() != null;
  }

  public Instant changedAt() {
    return row.changed();
  }

  public String changedBy() {
    return VisibleText.of(row.changedBy());
  }

  /** Whether something that people set is passed over. */
  public boolean mistaken() {
    return row.options().stream().anyMatch(option -> option.problem() != null);
  }

  /** Query of the list of jobs that shows those of this function. */
  public String jobsQuery(String states) {
    return "?state=" + states + "&text=" + URLEncoder.encode(row.name(), StandardCharsets.UTF_8);
  }

  private static String count(long number) {
    return number >= FunctionRow.MOST_COUNTED ? "10k+" : String.valueOf(number);
  }
}
