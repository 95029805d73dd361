package io.queuejob.internal.storage.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * A job as a list shows it.
 *
 * @param id the row's number
 * @param uuid public identity
 * @param application key of the application that runs it; null if its function is unknown
 * @param function registered name of bean and method; null if unknown
 * @param channel full path
 * @param state state word
 * @param priority smaller is more urgent
 * @param eta not before; null if at once
 * @param node node that holds it; null if none
 * @param since since when it is in this state
 * @param retry attempts counted
 * @param maxRetries attempts allowed, 0 without limit
 * @param description text for people
 * @param error message of the last failure; null if none
 * @param created when the call was made
 * @param finished when it was done or cancelled; null if not
 */
public record ListedJob(
    long id,
    UUID uuid,
    String application,
    String function,
    String channel,
    String state,
    int priority,
    Instant eta,
    String node,
    Instant since,
    int retry,
    int maxRetries,
    String description,
    String error,
    Instant created,
    Instant finished) {}
