package io.queuejob.admin.overview;

import java.time.Instant;

/**
 * A node that joined.
 *
 * @param at when
 * @param node its name as people see it
 * @param application of which application
 * @param version its version; empty if it told none
 * @param newVersion whether the node of the application that joined before it had another one
 */
public record Mark(
    Instant at, String node, String application, String version, boolean newVersion) {}
