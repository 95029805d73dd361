package io.queuejob.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;

/**
 * A refusal in the form of RFC 9457.
 *
 * @param status HTTP status
 * @param id stable id of the message
 * @param title short name of the kind of refusal
 * @param detail what was expected, what was found, what to do
 * @param allowed values that would have been taken; empty if the question has no such list
 * @param state the job's state that stood against a command; null if none did
 */
public record Problem(
    int status, String id, String title, String detail, List<String> allowed, String state) {
  /** Media type of the document. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    allowed = List.copyOf(allowed);
  }

  /** A problem without further members. */
  public static Problem of(int status, String id, String title, String detail) {
    return new Problem(status, id, title, detail, List.of(), null);
  }

  /** A text that should have been a job's uuid. */
  public static Problem malformedUuid(int status, String id, String found) {
    String detail =
        "Expected a uuid such as 0b9c6f3e-8a51-4d27-9a66-0d0f5b1c2e47, found '%s'; take it from the"
                .formatted(found)
            + " list of jobs.";
    return of(status, id, "Malformed uuid", detail);
  }

  /** A uuid that no job has. */
  public static Problem noSuchJob(int status, String id, String uuid) {
    String detail =
        "Expected a job with uuid %s, found none; it may have been removed after its retention."
            .formatted(uuid);
    return of(status, id, "No such job", detail);
  }

  /** The same with the values that would have been taken. */
  public Problem allowing(Collection<String> words) {
    return new Problem(status, id, title, detail, List.copyOf(words), state);
  }

  /** The same with the job's state that stood against a command. */
  public Problem inState(String word) {
    return new Problem(status, id, title, detail, allowed, word);
  }

  /** The document. */
  public JsonObject toJson() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("type", "about:blank")
            .add("title", title)
            .add("status", status)
            .add("detail", detail.startsWith(id) ? detail : id + " " + detail)
            .add("id", id);
    if (!allowed.isEmpty()) {
      json.add("allowed", Json.createArrayBuilder(allowed));
    }
    if (state != null) {
      json.add("state", state);
    }
    return json.build();
  }
}
