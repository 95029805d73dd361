package io.queuejob.web.access;

import io.queuejob.admin.reach.OutOfReachException;
import io.queuejob.admin.reach.Reach;

/**
 * Something was asked for by somebody who may not have it: QJ7190 for lack of the role, QJ7193 for
 * lack of the channels, QJ7194 for what tells of channels that the caller may not see.
 */
public final class RightMissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the caller and the role that is needed. */
  public RightMissingException(String caller, AdminRole role) {
    super(
        "QJ7190 expected %s to have the role %s, found that the server gives it not; ask who manages its users."
            .formatted(who(caller), role.roleName()));
  }

  private RightMissingException(String caller, String text) {
    this("QJ7193", caller, text);
  }

  private RightMissingException(String id, String caller, String text) {
    super(id + " refused to " + who(caller) + ": " + text);
  }

  /** The engine refused, because the command would have left the caller's channels. */
  static RightMissingException of(String caller, OutOfReachException refusal) {
    return new RightMissingException(caller, refusal.getMessage());
  }

  /** The caller has the role, but for no channel. */
  static RightMissingException nowhere(String caller, AdminRole role) {
    return new RightMissingException(
        caller,
        "expected a group or role that %s names with a channel, found none; name one of theirs there."
            .formatted(role.setting()));
  }

  /** What is for all channels takes the right to act in all of them. */
  static RightMissingException notEverywhere(String caller, AdminRole role, Reach reach) {
    return new RightMissingException(
        caller,
        "this is for all channels: expected root for them in %s, found %s; ask somebody who may."
            .formatted(role.setting(), reach));
  }

  /** What tells of all channels is for those who may see all of them. */
  static RightMissingException notSeen(String caller, Reach sight) {
    return new RightMissingException(
        "QJ7194",
        caller,
        "this tells of all channels: expected the right to see root, found %s; ask somebody who may, or see queue-job.viewer-channels."
            .formatted(sight));
  }

  private static String who(String caller) {
    return caller.isEmpty() ? "the caller" : "'" + caller + "'";
  }
}
