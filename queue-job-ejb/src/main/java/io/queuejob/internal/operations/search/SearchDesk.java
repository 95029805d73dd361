package io.queuejob.internal.operations.search;

import io.queuejob.admin.JobRow;
import io.queuejob.admin.reach.Reach;
import io.queuejob.admin.search.FilterWord;
import io.queuejob.admin.search.JobGroups;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.admin.search.SearchPage;
import io.queuejob.internal.port.DatabaseClock;
import io.queuejob.internal.storage.search.Criteria;
import io.queuejob.internal.storage.search.SearchStore;
import io.queuejob.internal.storage.search.WordStore;
import java.util.List;
import java.util.function.Consumer;

/** Finds jobs for people. */
public final class SearchDesk implements JobSearch {
  private static final int GROUPS = 200;
  private static final int EXPORTED_AT_ONCE = 500;

  private final SearchStore store;
  private final WordStore words;
  private final Completions completions;
  private final DatabaseClock clock;
  private final Reach seen;

  public SearchDesk(SearchStore store, WordStore words, DatabaseClock clock) {
    this(store, words, clock, Reach.EVERYWHERE);
  }

  private SearchDesk(SearchStore store, WordStore words, DatabaseClock clock, Reach seen) {
    this.store = store;
    this.words = words;
    this.completions = new Completions(words);
    this.clock = clock;
    this.seen = seen;
  }

  @Override
  public JobSearch seeing(Reach reach) {
    Reach both = seen.common(reach);
    return both.isEverywhere()
        ? this
        : new SearchDesk(store, words.within(both.channels()), clock, both);
  }

  @Override
  public SearchPage page(String line, Long after, int limit) {
    if (limit < 1 || limit > GREATEST_PAGE) {
      throw Messages.page(GREATEST_PAGE, limit);
    }
    Criteria criteria = read(line);
    SearchStore.Found found =
        store.ids(criteria, after == null ? Long.MAX_VALUE : after, limit + 1);
    List<Long> ids = found.ids();
    if (ids.size() > limit) {
      List<Long> page = ids.subList(0, limit);
      return new SearchPage(store.rows(page), page.get(limit - 1), false);
    }
    return new SearchPage(store.rows(ids), found.next(), found.next() != null);
  }

  @Override
  public JobGroups groups(String line, JobGroups.By by) {
    SearchStore.Grouped found = store.groups(read(line), by, COUNTED, GROUPS);
    return new JobGroups(found.groups(), found.more());
  }

  @Override
  public long count(String line) {
    return store.count(read(line), COUNTED);
  }

  @Override
  public boolean export(String line, int most, Consumer<List<JobRow>> rows) {
    Criteria criteria = read(line);
    long below = Long.MAX_VALUE;
    int left = most;
    while (left > 0) {
      SearchStore.Found found = store.ids(criteria, below, Math.min(left, EXPORTED_AT_ONCE));
      rows.accept(store.rows(found.ids()));
      left -= found.ids().size();
      if (found.next() == null) {
        return false;
      }
      below = found.next();
    }
    return isAny(criteria, below);
  }

  private boolean isAny(Criteria criteria, long first) {
    SearchStore.Found found = store.ids(criteria, first, 1);
    while (found.ids().isEmpty() && found.next() != null) {
      found = store.ids(criteria, found.next(), 1);
    }
    return !found.ids().isEmpty();
  }

  @Override
  public List<String> completions(String line) {
    return completions.of(line == null ? "" : line);
  }

  @Override
  public List<FilterWord> words(String line) {
    read(line);
    return LineWords.of(line).stream()
        .map(word -> new FilterWord(word.name(), word.value()))
        .toList();
  }

  private Criteria read(String line) {
    Criteria criteria = FilterLine.read(line, clock.now());
    return seen.isEverywhere()
        ? criteria
        : criteria.and(Criteria.Clause.of(Criteria.Kind.WITHIN, seen.channels()));
  }
}
