package io.queuejob.internal.boot.several;

import java.util.Collection;

/**
 * Someone who knows names of data sources.
 *
 * @param who for messages
 * @param asking asks for all of them, as they are now
 */
record NameSource(String who, Asking asking) {

  /** A question that may fail. */
  @FunctionalInterface
  interface Asking {
    /** The names. */
    Collection<String> names() throws Exception;
  }
}
