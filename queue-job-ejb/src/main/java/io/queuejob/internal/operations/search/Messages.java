package io.queuejob.internal.operations.search;

import io.queuejob.admin.search.FilterException;
import java.util.List;

/** Texts of this package, ids QJ7030 to QJ7034 and QJ7041. */
final class Messages {

  private Messages() {}

  static FilterException unknownWord(Word word, List<String> known) {
    return new FilterException(
        "QJ7030 expected one of "
            + String.join(", ", known)
            + " before a colon, found '"
            + word.name()
            + ":' at "
            + (word.at() + 1)
            + "; put text that has a colon into quotes");
  }

  static FilterException value(Word word, String expected) {
    return new FilterException(
        "QJ7031 " + word.name() + ": expected " + expected + ", found '" + word.value() + "'");
  }

  static FilterException openQuote(String line) {
    return new FilterException(
        "QJ7032 expected a quote at the end of a quoted text, found the end of the line after '"
            + line.substring(line.lastIndexOf('"') + 1)
            + "'; close the quote");
  }

  static FilterException tooLong(int longest, int found) {
    return new FilterException(
        "QJ7033 expected a filter of at most "
            + longest
            + " characters, found "
            + found
            + "; make it shorter");
  }

  static IllegalArgumentException page(int greatest, int found) {
    return new IllegalArgumentException(
        "QJ7034 limit: expected 1 to " + greatest + ", found " + found);
  }

  static IllegalArgumentException view(String what, String found) {
    return new IllegalArgumentException(
        "QJ7041 saved view: expected " + what + ", found '" + found + "'");
  }
}
