package io.queuejob.admin;

import java.time.Instant;
import java.util.UUID;

/**
 * A job in a list: the columns of the view {@code queue_job.job_state}, and what a list shows
 * beside them.
 *
 * @param id the row's number
 * @param uuid public identity
 * @param application key of the application that runs it
 * @param function registered name of bean and method
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
public record JobRow(
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
