package io.queuejob.internal.notification;

import io.queuejob.internal.storage.notice.DueNotice;
import io.queuejob.internal.storage.notice.FailedGroup;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/**
 * A message about failed jobs as it is sent.
 *
 * @param id identity; a second sending has the same one
 * @param subject in one line
 * @param text for a mail
 * @param json for a webhook
 * @param seconds when it was made, since 1970
 */
public record Letter(String id, String subject, String text, String json, long seconds) {
  private static final int LONGEST_SUBJECT = 180;
  private static final int LONGEST_ERROR = 500;

  /** Words for a notice. */
  public static Letter of(DueNotice notice, Optional<String> adminAddress) {
    FailedGroup group = notice.group();
    String link = adminAddress.map(a -> a + "job.xhtml?uuid=" + group.job()).orElse(null);
    String jobs = group.jobs() == 1 ? "1 job failed" : group.jobs() + " jobs failed";
    String subject =
        plain(
            "[Queue Job] "
                + jobs
                + " in "
                + group.channel()
                + ": "
                + shortClass(group.errorClass())
                + " ("
                + group.function()
                + ")",
            LONGEST_SUBJECT);
    return new Letter(
        notice.message().toString(),
        subject,
        text(notice, jobs, link),
        json(notice, link),
        notice.now().getEpochSecond());
  }

  private static String text(DueNotice notice, String jobs, String link) {
    FailedGroup group = notice.group();
    StringBuilder text = new StringBuilder();
    text.append(jobs).append(" alike.\n\n");
    line(text, "Error", shortClass(group.errorClass()));
    line(text, "Message", error(group));
    line(text, "Function", group.function());
    line(text, "Channel", group.channel());
    line(text, "First", String.valueOf(group.first()));
    line(text, "Last", String.valueOf(group.last()));
    line(text, "In all", notice.total() + " so far");
    line(text, "Newest job", String.valueOf(group.job()));
    if (link != null) {
      text.append('\n').append(link).append('\n');
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("%-12s%s%n".formatted(name + ":", plain(value, LONGEST_ERROR)));
  }

  private static String json(DueNotice notice, String link) {
    FailedGroup group = notice.group();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("event", "jobs.failed")
            .add("id", notice.message().toString())
            .add("jobs", group.jobs())
            .add("total", notice.total())
            .add("fingerprint", group.fingerprint())
            .add("function", group.function())
            .add("channel", group.channel());
    add(json, "errorClass", group.errorClass());
    add(json, "error", error(group));
    json.add("first", group.first().toString())
        .add("last", group.last().toString())
        .add("job", group.job().toString());
    add(json, "link", link);
    return json.build().toString();
  }

  private static void add(JsonObjectBuilder json, String name, String value) {
    if (value == null) {
      json.addNull(name);
    } else {
      json.add(name, value);
    }
  }

  private static String error(FailedGroup group) {
    return group.error() == null ? "" : cut(group.error(), LONGEST_ERROR);
  }

  private static String shortClass(String name) {
    return name == null ? "no class" : name.substring(name.lastIndexOf('.') + 1);
  }

  /** In one line, without what could end a header or hide in one. */
  private static String plain(String text, int longest) {
    return cut(text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E]+", " "), longest);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }
}
