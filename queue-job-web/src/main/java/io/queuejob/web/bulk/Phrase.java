package io.queuejob.web.bulk;

import io.queuejob.admin.search.FilterWord;
import io.queuejob.web.VisibleText;
import java.util.Locale;

/**
 * A part of a filter in words.
 *
 * @param key which words
 * @param value what follows them
 */
public record Phrase(String key, String value) {

  static Phrase of(FilterWord word) {
    String value = VisibleText.of(word.value());
    if (word.name().isEmpty()) {
      return new Phrase("text", value);
    }
    if (word.name().startsWith("args.")) {
      return new Phrase("args", word.name() + " = " + value);
    }
    if (word.name().equals("age")) {
      return new Phrase(value.startsWith(">") ? "older" : "younger", value.substring(1));
    }
    return new Phrase(
        word.name(),
        word.name().equals("state") ? value.toLowerCase(Locale.ROOT).replace(",", ", ") : value);
  }
}
