package io.queuejob.web.export;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Kinds of files. */
public enum ExportFormat {
  CSV("text/csv;charset=UTF-8"),
  JSON("application/json");

  private final String type;

  ExportFormat(String type) {
    this.type = type;
  }

  /** The format of a word such as {@code csv}; empty if none. */
  public static Optional<ExportFormat> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** End of file names. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Media type. */
  public String type() {
    return type;
  }
}
