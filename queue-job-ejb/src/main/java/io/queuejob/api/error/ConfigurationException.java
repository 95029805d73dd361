package io.queuejob.api.error;

/** A setting or channel string that cannot be used; the engine does not start. */
public class ConfigurationException extends QueueJobException {
  private static final long serialVersionUID = 1L;

  public ConfigurationException(String id, String message) {
    super(id, message);
  }

  public ConfigurationException(String id, String message, Throwable cause) {
    super(id, message, cause);
  }
}
