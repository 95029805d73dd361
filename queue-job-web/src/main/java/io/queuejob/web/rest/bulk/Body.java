package io.queuejob.web.rest.bulk;

import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.BulkRequest;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.web.StrictUuid;
import io.queuejob.web.rest.JsonBody;
import io.queuejob.web.rest.Problem;
import io.queuejob.web.rest.ProblemException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What a call sends, as the engine takes it. */
final class Body {
  private static final int BAD_REQUEST = 400;
  private static final int SHOWN = 200;
  private static final Set<String> OF_BULK =
      new TreeSet<>(Set.of("action", "value", "filter", "jobs", "key"));
  private static final Set<String> OF_CHANGE = new TreeSet<>(Set.of("priority", "eta", "channel"));

  private Body() {}

  static BulkRequest bulk(InputStream body) {
    String sample = "{\"action\": \"requeue\", \"filter\": \"state:failed\"}";
    JsonBody json = JsonBody.of(body, sample).only(OF_BULK);
    String word = json.text("action");
    BulkAction action =
        BulkAction.of(word)
            .orElseThrow(
                () ->
                    unusable(
                        "action: expected requeue, cancel, set done, priority, eta or channel",
                        word));
    return new BulkRequest(
        new JobChange(action, json.text("value")),
        json.text("filter"),
        jobs(json),
        null,
        json.text("key"));
  }

  /** One member, which says what is changed. */
  static JobChange change(InputStream body) {
    JsonBody json = JsonBody.of(body, "{\"priority\": 5}").only(OF_CHANGE);
    if (json.names().size() != 1) {
      throw unusable("expected exactly one of priority, eta and channel", json.names().toString());
    }
    String name = json.names().iterator().next();
    return new JobChange(BulkAction.of(name).orElseThrow(), json.text(name));
  }

  private static List<UUID> jobs(JsonBody json) {
    List<String> texts = json.texts("jobs");
    return texts == null ? null : texts.stream().map(Body::uuid).toList();
  }

  private static UUID uuid(String text) {
    return StrictUuid.parse(text).orElseThrow(() -> unusable("jobs: expected uuids", text));
  }

  static ProblemException unusable(String expected, String found) {
    String shown = found != null && found.length() > SHOWN ? found.substring(0, SHOWN) : found;
    return new ProblemException(
        Problem.of(
            BAD_REQUEST,
            "QJ7115",
            "Request that cannot be used",
            expected + ", found '" + shown + "'."));
  }
}
