package io.queuejob.admin.search;

import io.queuejob.admin.JobRow;
import io.queuejob.admin.reach.Reach;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds jobs by a filter line; the implementation is injected: {@code @Inject JobSearch search}.
 *
 * <p>A line is words such as {@code state:failed channel:root.mail function:Invoices.send node:x
 * priority:<5 user:ann error:SQLException key:k age:>1h args.0:17 graph:… id:17 uuid:…
 * fingerprint:…}, and text that the description, the function or the channel holds. All words hold
 * together; {@code channel:=root.mail} is that very channel without those below it, {@code
 * function:=Invoices.send} the whole name; a value with blanks is quoted; {@code *} stands for
 * anything. Ids, graphs, waiting and failed jobs and identity keys that block are found by an
 * index; anything else among the newest 100,000 of what those leave (done or cancelled jobs without
 * further conditions among the newest 250,000), and then further on.
 */
public interface JobSearch {
  /** Most rows of one page. */
  int GREATEST_PAGE = 1_000;

  /** Jobs are counted up to here. */
  int COUNTED = 100_000;

  /**
   * One page, by falling id: by keyset, so that no row is lost or doubled while jobs run.
   *
   * @param line the filter
   * @param after id after which the page begins; null for the newest
   * @param limit most rows, 1 to {@value #GREATEST_PAGE}
   * @throws FilterException QJ7030 to QJ7033 if the line cannot be read
   */
  SearchPage page(String line, Long after, int limit);

  /** The groups of what a line leaves, among its newest {@value #COUNTED}. */
  JobGroups groups(String line, JobGroups.By by);

  /** How many jobs a line leaves; one more than {@value #COUNTED} stands for more. */
  long count(String line);

  /**
   * Hands over what a line leaves, newest first.
   *
   * @param most rows to hand over
   * @return whether there are more
   */
  boolean export(String line, int most, Consumer<List<JobRow>> rows);

  /** Lines that the given one may become when its last word is completed; the nearest first. */
  List<String> completions(String line);

  /**
   * The words of a line, one by one.
   *
   * @throws FilterException as {@link #page}
   */
  List<FilterWord> words(String line);

  /**
   * A word of a line.
   *
   * @param name such as {@code channel}
   * @param value any text; quoted where it needs to be
   */
  static String word(String name, String value) {
    boolean plain =
        !value.isEmpty()
            && value.chars().noneMatch(c -> c <= ' ' || Character.isWhitespace(c) || c == '"');
    return name
        + ":"
        + (plain ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
  }

  /**
   * The same for somebody who may see some channels only: jobs and names from elsewhere are as if
   * they did not exist.
   */
  default JobSearch seeing(Reach reach) {
    return reach.unlimited(this);
  }
}
