package io.queuejob.internal.operations.bulk;

import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.port.DatabaseClock;
import io.queuejob.internal.storage.bulk.ChangeStore;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the value of a change, once: what is kept of it means the same at any later time. */
final class Changes {
  static final String NOW = "now";
  private static final Pattern LATER = Pattern.compile("\\+(\\d{1,6})([smhd])");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private final ChangeStore store;
  private final DatabaseClock clock;

  Changes(ChangeStore store, DatabaseClock clock) {
    this.store = store;
    this.clock = clock;
  }

  JobChange read(JobChange change) {
    String value = change.value() == null ? "" : change.value().strip();
    return switch (change.action()) {
      case PRIORITY -> new JobChange(BulkAction.PRIORITY, priority(change, value));
      case CHANNEL -> new JobChange(BulkAction.CHANNEL, channel(change, value));
      case ETA -> new JobChange(BulkAction.ETA, eta(change, value));
      default -> {
        if (!value.isEmpty()) {
          throw Messages.value(change, "no value");
        }
        yield new JobChange(change.action(), null);
      }
    };
  }

  private static String priority(JobChange change, String value) {
    if (!value.matches("-?\\d{1,9}")) {
      throw Messages.value(change, "a whole number, smaller is more urgent");
    }
    return Integer.valueOf(value).toString();
  }

  private String channel(JobChange change, String value) {
    String path;
    try {
      path = ChannelPath.of(value).text();
    } catch (IllegalArgumentException e) {
      throw Messages.value(change, "the path of a channel, such as root.mail");
    }
    if (value.isEmpty() || !store.isChannel(path)) {
      throw Messages.unknownChannel(value);
    }
    return path;
  }

  private String eta(JobChange change, String value) {
    if (value.equals(NOW)) {
      return NOW;
    }
    try {
      Matcher later = LATER.matcher(value);
      Instant eta =
          later.matches()
              ? clock
                  .now()
                  .plus(UNITS.get(later.group(2)).multipliedBy(Long.parseLong(later.group(1))))
                  .truncatedTo(ChronoUnit.SECONDS)
              : Instant.parse(value).truncatedTo(ChronoUnit.MICROS);
      if (eta.isAfter(Instant.EPOCH) && eta.isBefore(LAST)) {
        return eta.toString();
      }
    } catch (DateTimeException | ArithmeticException e) {
      // said below
    }
    throw Messages.value(
        change, "an instant such as 2030-01-31T08:00:00Z, a time from now such as +2h, or now");
  }
}
