package io.queuejob.web.testkit;

import io.queuejob.admin.JobRow;
import io.queuejob.admin.search.FilterWord;
import io.queuejob.admin.search.JobGroups;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.admin.search.SearchPage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Answers with what a test put in, and remembers what it was asked. */
public class RememberingSearch implements JobSearch {
  public final List<String> lines = new ArrayList<>();
  public SearchPage page = new SearchPage(List.of(), null, false);
  public JobGroups groups = new JobGroups(List.of(), false);
  public boolean more;
  public RuntimeException failure;

  @Override
  public SearchPage page(String line, Long after, int limit) {
    lines.add(line + (after == null ? "" : " after " + after));
    failIfWanted();
    return page;
  }

  @Override
  public JobGroups groups(String line, JobGroups.By by) {
    lines.add(line + " by " + by);
    failIfWanted();
    return groups;
  }

  @Override
  public long count(String line) {
    return page.rows().size();
  }

  @Override
  public boolean export(String line, int most, Consumer<List<JobRow>> rows) {
    rows.accept(page.rows());
    return more;
  }

  @Override
  public List<String> completions(String line) {
    return List.of(line + "state:");
  }

  @Override
  public List<FilterWord> words(String line) {
    failIfWanted();
    return List.of(new FilterWord("", line));
  }

  private void failIfWanted() {
    if (failure != null) {
      throw failure;
    }
  }
}
