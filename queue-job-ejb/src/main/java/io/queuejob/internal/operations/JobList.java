package io.queuejob.internal.operations;

import io.queuejob.admin.JobFilter;
import io.queuejob.admin.JobPage;
import io.queuejob.admin.JobRow;
import io.queuejob.admin.reach.Reach;
import io.queuejob.api.JobState;
import io.queuejob.internal.storage.search.Criteria;
import io.queuejob.internal.storage.search.Criteria.Clause;
import io.queuejob.internal.storage.search.Criteria.Kind;
import io.queuejob.internal.storage.search.SearchStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The list of jobs, found by what finds them for the search. The search stops where it has looked
 * at many; the list looks on from there until its page is full, so that a short page is the last.
 * For who sees some channels only it stops, too, and says where to look on: of many jobs few may be
 * in those.
 */
final class JobList {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final Pattern IDENTITY =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** A text is looked for in at least so many of the newest that the other conditions leave. */
  private static final int TRIED = 100_000;

  private final SearchStore store;
  private final Reach seen;

  JobList(SearchStore store, Reach seen) {
    this.store = store;
    this.seen = seen;
  }

  /**
   * What is looked for.
   *
   * @param channels where it may be
   * @param all all conditions
   * @param among conditions that leave what a part of a text is looked for in; empty without one
   */
  private record Sought(Reach channels, Criteria all, Optional<Criteria> among) {

    /** Whether a job that was found is still meant: it may have moved before it was read. */
    boolean means(JobRow row) {
      return (all.states().isEmpty() || all.states().contains(row.state()))
          && (channels.isEverywhere() || channels.covers(row.channel()));
    }
  }

  /**
   * One page.
   *
   * @throws IllegalArgumentException if a word names no state
   */
  JobPage page(JobFilter filter) {
    known(filter.states());
    String channel = stripped(filter.channel());
    Reach channels = channel.isEmpty() ? seen : seen.common(Reach.of(channel));
    if (channels.isNowhere()) {
      return new JobPage(List.of(), false);
    }
    Criteria others = new Criteria(filter.states(), in(channel, channels));
    return page(
        sought(channels, others, stripped(filter.text())),
        filter.after() == null ? Long.MAX_VALUE : filter.after(),
        filter.limit());
  }

  private static String stripped(String text) {
    return text == null ? "" : text.strip();
  }

  private static void known(Set<String> states) {
    List<String> known = Arrays.stream(JobState.values()).map(JobState::word).toList();
    for (String state : states) {
      if (!known.contains(state)) {
        throw new IllegalArgumentException("state: expected one of " + known + ", found " + state);
      }
    }
  }

  /** Somebody who sees all may ask for what is not even a path, and finds nothing there. */
  private List<Clause> in(String channel, Reach channels) {
    if (!seen.isEverywhere()) {
      return List.of(Clause.of(Kind.WITHIN, channels.channels()));
    }
    return channel.isEmpty() ? List.of() : List.of(Clause.of(Kind.CHANNEL, channel));
  }

  private Sought sought(Reach channels, Criteria others, String text) {
    if (text.isEmpty()) {
      return new Sought(channels, others, Optional.empty());
    }
    return named(text)
        .map(job -> new Sought(channels, others.and(job), Optional.empty()))
        .orElseGet(
            () ->
                new Sought(
                    channels, others.and(Clause.whole(Kind.TEXT, text)), Optional.of(others)));
  }

  /** The number or uuid of a job that there is, for who asks; empty for other text. */
  private Optional<Clause> named(String text) {
    Optional<Clause> name = Optional.empty();
    if (NUMBER.matcher(text).matches()) {
      name = Optional.of(Clause.of(Kind.ID, Long.valueOf(text)));
    } else if (IDENTITY.matcher(text).matches()) {
      name = Optional.of(Clause.of(Kind.UUID, UUID.fromString(text)));
    }
    return name.filter(
        job -> {
          Criteria any = new Criteria(Set.of(), in("", seen)).and(job);
          return !store.ids(any, Long.MAX_VALUE, 1).ids().isEmpty();
        });
  }

  private JobPage page(Sought sought, long first, int limit) {
    List<JobRow> rows = new ArrayList<>();
    int left = TRIED;
    Long below = first;
    do {
      SearchStore.Found found = store.ids(sought.all(), below, limit + 1 - rows.size());
      store.rows(found.ids()).stream().filter(sought::means).forEach(rows::add);
      if (sought.among().isPresent() && found.next() != null && rows.size() <= limit) {
        left -= count(sought.among().get(), below, found.next(), left);
      }
      below = found.next();
    } while (below != null && left > 0 && rows.size() <= limit && seen.isEverywhere());
    if (rows.size() > limit) {
      return new JobPage(rows.subList(0, limit), true);
    }
    Long further = seen.isEverywhere() ? null : below;
    return new JobPage(rows, further != null, further);
  }

  /** How many jobs conditions leave between two numbers, so many at most. */
  private int count(Criteria criteria, long below, long last, int most) {
    return (int) store.ids(criteria, below, most).ids().stream().filter(id -> id >= last).count();
  }
}
