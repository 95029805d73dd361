package io.queuejob.api.related;

import java.util.Objects;

/**
 * Something that a job is about.
 *
 * @param label for people, such as {@code Order 7}
 * @param url where it is shown: {@code https://…}, {@code http://…}, or a path from the root of the
 *     host that shows the job; null if it is not shown anywhere
 */
public record Related(String label, String url) {
  public Related {
    Objects.requireNonNull(label, "label");
  }
}
