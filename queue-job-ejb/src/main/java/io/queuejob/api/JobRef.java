package io.queuejob.api;

import java.util.Objects;
import java.util.UUID;

/**
 * Reference to a stored job; stays valid after the job ended, until retention removes the row.
 *
 * @param uuid the job's public identity, never null
 */
public record JobRef(UUID uuid) {
  public JobRef {
    Objects.requireNonNull(uuid, "uuid");
  }

  @Override
  public String toString() {
    return uuid.toString();
  }
}
