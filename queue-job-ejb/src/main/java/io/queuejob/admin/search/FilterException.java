package io.queuejob.admin.search;

/** A filter line that cannot be read; the message names the word and begins with a stable id. */
public class FilterException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public FilterException(String message) {
    super(message);
  }
}
