package io.queuejob.web.access;

import io.queuejob.admin.reach.OutOfReachException;
import io.queuejob.admin.reach.Reach;

/**
 * A command was asked for by somebody who may not give it: QJ7190 for lack of the role, QJ7193 for
 * lack of the channels.
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
    super("QJ7193 refused to " + who(caller) + ": " + text);
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

  private static String who(String caller) {
    return caller.isEmpty() ? "the caller" : "'" + caller + "'";
  }
}
