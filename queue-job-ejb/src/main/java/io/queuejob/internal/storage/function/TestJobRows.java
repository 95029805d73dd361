package io.queuejob.internal.storage.function;

import io.queuejob.internal.storage.Database;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What is looked up and kept when people make test jobs. */
public final class TestJobRows {
  /** Applications of which a live node runs a function. Parameter: its name. */
  static final String OFFERS =
      """
      SELECT f.application, f.id FROM queue_job.function f
      WHERE f.name = ? AND EXISTS (SELECT FROM queue_job.node n
        WHERE n.state = 'alive' AND n.application = f.application AND f.id = ANY (n.functions))
      ORDER BY f.application
      """;

  /** Parameter: uuid. */
  static final String GRAPH = "SELECT graph FROM queue_job.job WHERE uuid = ?";

  /** Parameters: who, job's uuid, number of jobs, names and texts of what was asked for. */
  static final String AUDIT =
      """
      INSERT INTO queue_job.audit (actor, action, subject, jobs, after)
      VALUES (?, 'make test jobs', ?, ?, (SELECT jsonb_object_agg(o.key, o.value)
        FROM unnest(?::text[], ?::text[]) AS o(key, value)))
      """;

  private final Database database;

  public TestJobRows(Database database) {
    this.database = database;
  }

  /**
   * An application whose nodes run a function.
   *
   * @param application its key
   * @param function the function's number there
   */
  public record Offer(String application, int function) {}

  /** Applications of which a live node runs a function, by name. */
  public List<Offer> offers(String function) {
    return database.run(
        "look up who runs " + function,
        s ->
            s.rows(
                OFFERS,
                row -> new Offer(row.getString("application"), row.getInt("id")),
                function));
  }

  /** The graph of a job; null if it belongs to none. */
  public UUID graphOf(UUID job) {
    return database
        .run(
            "look up the graph of job " + job,
            s -> s.rows(GRAPH, row -> row.getObject(1, UUID.class), job))
        .get(0);
  }

  /** Keeps who made how many, and how. */
  public void audit(String actor, UUID job, int jobs, Map<String, String> how) {
    Map<String, String> sorted = new TreeMap<>(how);
    database.run(
        "audit test jobs",
        s ->
            s.update(
                AUDIT,
                actor,
                job.toString(),
                jobs,
                sorted.keySet().toArray(String[]::new),
                sorted.values().toArray(String[]::new)));
  }
}
