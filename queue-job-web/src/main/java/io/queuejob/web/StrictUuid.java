package io.queuejob.web;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads a uuid in its one full form; the JDK's own reading takes shortened ones for others. */
public final class StrictUuid {
  private static final Pattern FULL =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private StrictUuid() {}

  /** The uuid of a text; empty if the text is none or null. */
  public static Optional<UUID> parse(String text) {
    boolean full = text != null && FULL.matcher(text).matches();
    return full ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }
}
