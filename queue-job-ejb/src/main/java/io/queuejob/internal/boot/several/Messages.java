package io.queuejob.internal.boot.several;

import io.queuejob.api.error.CaptureException;
import java.util.Collection;

/** Texts of this package, ids QJ7600 to QJ7649. */
final class Messages {

  private Messages() {}

  static CaptureException notNamed(String name, Collection<String> served) {
    return new CaptureException(
        "QJ7601",
        "expected a data source that this deployment serves, "
            + String.join(", ", served)
            + ", found '"
            + name
            + "'; nothing was stored; name it in queue-job.datasources (QUEUE_JOB_DATASOURCES) or"
            + " by a DataSourceNames bean; one that was named a moment ago is found within"
            + " queue-job.datasources-interval");
  }

  static CaptureException notServedNow(String name, String problem) {
    return new CaptureException(
        "QJ7602",
        "expected data source "
            + name
            + " to be served, found that it is not yet: "
            + (problem == null ? "it is being opened" : problem)
            + "; nothing was stored; it is tried again by itself, call again then");
  }

  static CaptureException notChosen(String chooser, RuntimeException cause) {
    return new CaptureException(
        "QJ7606",
        "expected a name or null from "
            + chooser
            + ".name(), found "
            + cause
            + "; nothing was stored; have it answer null where the deployment's own data source is"
            + " meant",
        cause);
  }
}
