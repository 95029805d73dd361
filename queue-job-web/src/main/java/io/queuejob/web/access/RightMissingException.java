package io.queuejob.web.access;

/** A command was asked for by somebody who may not give it: QJ7190. */
public final class RightMissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the caller and the role that is needed. */
  public RightMissingException(String caller, AdminRole role) {
    super(
        "QJ7190 expected %s to have the role %s, found that the server gives it not; ask who manages its users."
            .formatted(caller.isEmpty() ? "the caller" : "'" + caller + "'", role.roleName()));
  }
}
