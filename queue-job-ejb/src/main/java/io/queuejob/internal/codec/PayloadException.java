package io.queuejob.internal.codec;

import io.queuejob.api.error.QueueJobException;

/** A stored call that cannot be read back; its job fails with this text. */
public final class PayloadException extends QueueJobException {

  private static final long serialVersionUID = 1L;

  PayloadException(String id, String message) {
    super(id, message);
  }

  PayloadException(String id, String message, Throwable cause) {
    super(id, message, cause);
  }
}
