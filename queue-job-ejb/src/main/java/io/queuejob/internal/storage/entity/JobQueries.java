package io.queuejob.internal.storage.entity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people look at: lists, counts, one job. Reads by keyset, never by offset. */
public final class JobQueries {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final Pattern IDENTITY =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final EntityManagerFactory entities;

  /** Queries over the engine's persistence unit. */
  public JobQueries(EntityManagerFactory entities) {
    this.entities = entities;
  }

  /**
   * What a list shows.
   *
   * @param states state words; empty for all
   * @param text whole number or identity of a job, else a part of description, function or channel
   *     among the newest 100,000 jobs that the other conditions leave; null or blank for all
   * @param channel path, shown with its subtree; null or blank for all
   * @param before id before which the page begins; null for the first
   * @param rows most rows
   */
  public record Wanted(Set<String> states, String text, String channel, Long before, int rows) {}

  /**
   * The jobs of one page, by falling id.
   *
   * @throws IllegalArgumentException if a word names no state
   */
  public List<ListedJob> list(Wanted wanted) {
    List<StateQuery> queries = StateQuery.of(wanted.states());
    String text = wanted.text() == null ? "" : wanted.text().strip();
    return read(
        "a list of jobs",
        em -> {
          Optional<ListedJob> exact = exact(em, text);
          return exact.isPresent()
              ? exact.filter(job -> isWanted(job, wanted)).stream().toList()
              : page(em, queries, wanted, text);
        });
  }

  /**
   * Makes sure that words name states.
   *
   * @throws IllegalArgumentException if one names none
   */
  public static void requireStates(Set<String> words) {
    StateQuery.of(words);
  }

  /** One job with all that is kept of it; empty if there is none. */
  public Optional<JobParticulars> job(UUID uuid) {
    return read(
        "job " + uuid,
        em -> only(em, JobSql.BY_UUID, uuid.toString()).map(job -> particulars(em, job)));
  }

  private static Optional<ListedJob> exact(EntityManager em, String text) {
    if (NUMBER.matcher(text).matches()) {
      return only(em, JobSql.BY_ID, Long.parseLong(text));
    }
    return IDENTITY.matcher(text).matches() ? only(em, JobSql.BY_UUID, text) : Optional.empty();
  }

  private static Optional<ListedJob> only(EntityManager em, String sql, Object parameter) {
    return listed(em.createNativeQuery(sql, JobStateEntity.class).setParameter(1, parameter))
        .findFirst();
  }

  private static boolean isWanted(ListedJob job, Wanted wanted) {
    String channel = channel(wanted);
    return (wanted.states().isEmpty() || wanted.states().contains(job.state()))
        && (wanted.before() == null || job.id() < wanted.before())
        && (channel.isEmpty() || (job.channel() + ".").startsWith(channel + "."));
  }

  private static List<ListedJob> page(
      EntityManager em, List<StateQuery> queries, Wanted wanted, String text) {
    return queries.stream()
        .flatMap(query -> listed(query(em, query, wanted, text)))
        .sorted(Comparator.comparingLong(ListedJob::id).reversed())
        .limit(wanted.rows())
        .toList();
  }

  private static Query query(EntityManager em, StateQuery state, Wanted wanted, String text) {
    String channel = channel(wanted);
    Query query =
        em.createNativeQuery(text.isEmpty() ? state.list() : state.search(), JobStateEntity.class)
            .setParameter(1, wanted.before() == null ? Long.MAX_VALUE : wanted.before())
            .setParameter(2, channel)
            .setParameter(3, channel + ".")
            .setParameter(4, wanted.rows());
    return text.isEmpty() ? query : query.setParameter(5, pattern(text));
  }

  private static String channel(Wanted wanted) {
    return wanted.channel() == null ? "" : wanted.channel().strip();
  }

  /** The text anywhere, its own wildcards being taken literally. */
  private static String pattern(String text) {
    return "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  private static Stream<ListedJob> listed(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream().map(JobStateEntity.class::cast).map(JobStateEntity::toRecord);
  }

  private static JobParticulars particulars(EntityManager em, ListedJob job) {
    JobParticularsEntity more =
        (JobParticularsEntity)
            em.createNativeQuery(JobSql.PARTICULARS, JobParticularsEntity.class)
                .setParameter(1, job.id())
                .getSingleResult();
    List<JobParticulars.Attempt> attempts =
        em
            .createQuery(JobSql.ATTEMPTS, JobAttemptEntity.class)
            .setParameter("job", job.id())
            .getResultList()
            .stream()
            .map(JobAttemptEntity::toRecord)
            .toList();
    return more.toRecord(job, attempts);
  }

  private <T> T read(String what, Function<EntityManager, T> reading) {
    EntityManager em = entities.createEntityManager();
    try {
      return reading.apply(em);
    } catch (PersistenceException e) {
      throw Messages.notRead(what, e);
    } finally {
      em.close();
    }
  }
}
