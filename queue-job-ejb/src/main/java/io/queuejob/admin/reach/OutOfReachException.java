package io.queuejob.admin.reach;

import io.queuejob.api.error.QueueJobException;

/**
 * A command was refused, because it would have touched a job or channel outside of the {@link
 * Reach} that it was given within. Nothing was changed.
 */
public final class OutOfReachException extends QueueJobException {
  private static final long serialVersionUID = 1L;

  public OutOfReachException(String id, String message) {
    super(id, message);
  }
}
