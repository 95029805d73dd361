package io.queuejob.web.export;

import io.queuejob.admin.JobRow;
import java.util.ArrayList;
import java.util.List;

/** What is told of a job: what a list shows, never its arguments. */
final class ExportColumns {
  static final List<String> NAMES =
      List.of(
          "id",
          "uuid",
          "application",
          "function",
          "channel",
          "state",
          "priority",
          "eta",
          "node",
          "since",
          "retry",
          "maxRetries",
          "description",
          "error",
          "created",
          "finished");

  private ExportColumns() {}

  /** In the order of the names; null where there is nothing. */
  static List<Object> of(JobRow row) {
    List<Object> values = new ArrayList<>();
    values.add(row.id());
    values.add(row.uuid());
    values.add(row.application());
    values.add(row.function());
    values.add(row.channel());
    values.add(row.state());
    values.add(row.priority());
    values.add(row.eta());
    values.add(row.node());
    values.add(row.since());
    values.add(row.retry());
    values.add(row.maxRetries());
    values.add(row.description());
    values.add(row.error());
    values.add(row.created());
    values.add(row.finished());
    return values;
  }
}
