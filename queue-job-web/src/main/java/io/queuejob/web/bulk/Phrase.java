package io.queuejob.web.bulk;

import io.queuejob.admin.search.FilterWord;
import io.queuejob.admin.search.JobGroup;
import io.queuejob.admin.search.JobGroups;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.web.VisibleText;
import java.util.List;
import java.util.Locale;

/**
 * A part of a filter in words.
 *
 * @param key which words
 * @param value what follows them
 */
public record Phrase(String key, String value) {

  /** A filter in words; none if it cannot be read. */
  static List<Phrase> all(JobSearch search, String filter) {
    try {
      return search.words(filter).stream().map(Phrase::of).toList();
    } catch (RuntimeException e) {
      return List.of();
    }
  }

  /** The same, a group of failures by what they have in common. */
  static List<Phrase> shown(JobSearch search, String filter) {
    return all(search, filter).stream()
        .map(
            one ->
                one.key().equals("fingerprint")
                    ? new Phrase(one.key(), one.shape(search, filter))
                    : one)
        .toList();
  }

  private String shape(JobSearch search, String filter) {
    try {
      List<JobGroup> groups = search.groups(filter, JobGroups.By.ERROR).groups();
      return groups.size() == 1 ? VisibleText.of(groups.get(0).key()) : value;
    } catch (RuntimeException e) {
      return value;
    }
  }

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
