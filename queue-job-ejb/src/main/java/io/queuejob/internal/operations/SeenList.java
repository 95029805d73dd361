package io.queuejob.internal.operations;

import io.queuejob.admin.JobFilter;
import io.queuejob.admin.JobPage;
import io.queuejob.admin.JobRow;
import io.queuejob.admin.reach.Reach;
import io.queuejob.internal.storage.entity.JobQueries;
import io.queuejob.internal.storage.search.Criteria;
import io.queuejob.internal.storage.search.Criteria.Clause;
import io.queuejob.internal.storage.search.Criteria.Kind;
import io.queuejob.internal.storage.search.SearchStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A list for who sees some channels only. Of many jobs few may be in those, so that it is read by
 * the ways of a search, none of which looks through all jobs at once.
 */
final class SeenList {
  private static final Pattern IDENTITY =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private SeenList() {}

  static JobPage of(JobReading reading, JobFilter filter, Reach seen) {
    JobQueries.requireStates(filter.states());
    Reach wanted = isSaid(filter.channel()) ? seen.common(asked(filter)) : seen;
    if (wanted.isNowhere()) {
      return new JobPage(List.of(), false);
    }
    SearchStore.Found found =
        reading
            .search()
            .ids(
                criteria(filter, wanted),
                filter.after() == null ? Long.MAX_VALUE : filter.after(),
                filter.limit() + 1);
    boolean full = found.ids().size() > filter.limit();
    List<JobRow> rows =
        reading.search().rows(full ? found.ids().subList(0, filter.limit()) : found.ids());
    Long next = full ? found.ids().get(filter.limit() - 1) : found.next();
    return new JobPage(rows, next != null, next);
  }

  private static boolean isSaid(String text) {
    return text != null && !text.isBlank();
  }

  private static Reach asked(JobFilter filter) {
    return Reach.of(filter.channel().strip());
  }

  private static Criteria criteria(JobFilter filter, Reach wanted) {
    List<Clause> clauses = new ArrayList<>();
    clauses.add(Clause.of(Kind.WITHIN, wanted.channels()));
    if (isSaid(filter.text())) {
      String text = filter.text().strip();
      clauses.add(
          IDENTITY.matcher(text).matches()
              ? Clause.of(Kind.UUID, UUID.fromString(text))
              : Clause.of(Kind.TEXT, text));
    }
    return new Criteria(filter.states(), clauses);
  }
}
