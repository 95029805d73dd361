package io.queuejob.internal.job;

import io.queuejob.api.IdentityScope;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A captured call, checked and ready to be stored.
 *
 * @param uuid public identity
 * @param function registered name of bean and method
 * @param channel where it runs
 * @param schedule when and how often it may run
 * @param description text for people
 * @param caller name of who made the call; null if unknown
 * @param identity what makes two jobs the same; null if nothing (S-ID-06)
 * @param payload the call itself
 */
public record JobRequest(
    UUID uuid,
    String function,
    ChannelPath channel,
    Schedule schedule,
    String description,
    String caller,
    Identity identity,
    Payload payload) {
  private static final long VERSION_7 = 0x7000L;
  private static final long RANDOM_BITS = 0x0FFFL;
  private static final int TIME_SHIFT = 16;

  public JobRequest {
    Objects.requireNonNull(uuid, "uuid");
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(payload, "payload");
  }

  /**
   * The uuid of a new job: version 7 (RFC 9562, 5.7), whose first 48 bits are milliseconds since
   * 1970 and whose other 74 bits are random. Jobs of one time stand beside each other in its index,
   * so that a claim writes to pages that are at hand, at any number of jobs.
   *
   * @param created instant of the call, at or after 1970
   */
  public static UUID uuidAt(Instant created) {
    UUID random = UUID.randomUUID();
    return new UUID(
        created.toEpochMilli() << TIME_SHIFT
            | VERSION_7
            | random.getMostSignificantBits() & RANDOM_BITS,
        random.getLeastSignificantBits());
  }

  /**
   * When and how often a job may run.
   *
   * @param priority smaller is more urgent (S-PR-01)
   * @param created instant of the call, by the database's clock as the node estimates it
   * @param eta not before this instant; null if at once (S-PR-02)
   * @param maxRetries attempts allowed; 0 without limit (S-PR-03)
   * @param timeoutSeconds of the job's transaction; 0 for the engine's default
   */
  public record Schedule(
      int priority, Instant created, Instant eta, int maxRetries, int timeoutSeconds) {
    public Schedule {
      Objects.requireNonNull(created, "created");
      if (maxRetries < 0) {
        throw new IllegalArgumentException(
            "maxRetries: expected 0 (without limit) or more, found " + maxRetries);
      }
      if (timeoutSeconds < 0) {
        throw new IllegalArgumentException(
            "timeoutSeconds: expected 0 (the default) or more, found " + timeoutSeconds);
      }
      eta = eta != null && eta.isAfter(created) ? eta : null;
    }
  }

  /**
   * What makes two jobs the same: of two that would block each other, only one is stored.
   *
   * @param key not empty; within the application of the function
   * @param scope how long the job blocks (S-ID-07)
   */
  public record Identity(String key, IdentityScope scope) {
    public Identity {
      Objects.requireNonNull(scope, "scope");
      if (key.isEmpty()) {
        throw new IllegalArgumentException(
            "identityKey: expected a text, found an empty one; pass null for no identity");
      }
    }
  }

  /**
   * The call as text.
   *
   * @param arguments JSON envelope of the arguments
   * @param context JSON of what is carried over from the caller; null if nothing
   * @param related JSON of what the call is about; null if nothing, or not of interest (S-UI-14)
   * @param attributes JSON object of the application's own columns; null for none (S-DL-09)
   */
  public record Payload(String arguments, String context, String related, String attributes) {
    public Payload {
      Objects.requireNonNull(arguments, "arguments");
    }

    /** A call, whatever it is about. */
    public Payload(String arguments, String context) {
      this(arguments, context, null, null);
    }
  }
}
