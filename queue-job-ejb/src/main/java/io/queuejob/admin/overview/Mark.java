package io.queuejob.admin.overview;

import java.time.Instant;

/**
 * A node that joined.
 *
 * @param at when
 * @param node its name as people see it
 * @param application of which application
 * @param version of its engine; empty if it told none
 * @param newVersion whether it brought another version, of application or engine, than the node of
 *     the application that joined before it, and than all that lived then
 * @param applicationVersion of its application; null if it does not know it
 */
public record Mark(
    Instant at,
    String node,
    String application,
    String version,
    boolean newVersion,
    String applicationVersion) {

  /** A node whose application has no version that is known. */
  public Mark(Instant at, String node, String application, String version, boolean newVersion) {
    this(at, node, application, version, newVersion, null);
  }
}
