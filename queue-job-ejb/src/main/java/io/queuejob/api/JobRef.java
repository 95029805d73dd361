package io.queuejob.api;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reference to a stored job; stays valid after the job ended, until retention removes the row.
 *
 * @param uuid the job's public identity, never null
 */
public record JobRef(UUID uuid) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  public JobRef {
    Objects.requireNonNull(uuid, "uuid");
  }

  /**
   * The reference that a text names: what {@link #toString()} gave, or the uuid from the admin or
   * the view {@code job_state}. Whether there is such a job is not looked at.
   *
   * @param text a UUID in its usual form, in capitals or not, not null
   * @throws IllegalArgumentException if the text is none
   */
  public static JobRef of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!FORM.matcher(lower).matches()) {
      throw new IllegalArgumentException(
          "expected a job's reference such as 3f2b8c1e-0d4a-4a6b-9a57-1f0e6c2d7b90, found '"
              + text
              + "'; pass what JobRef.toString() gave");
    }
    return new JobRef(UUID.fromString(lower));
  }

  /** The uuid as text, which {@link #of} reads. */
  @Override
  public String toString() {
    return uuid.toString();
  }
}
