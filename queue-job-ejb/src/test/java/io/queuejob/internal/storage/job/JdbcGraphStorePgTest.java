package io.queuejob.internal.storage.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.queuejob.api.JobGraph.Fate;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.graph.GraphConflict;
import io.queuejob.internal.graph.GraphConflict.Kind;
import io.queuejob.internal.graph.GraphRequest;
import io.queuejob.internal.graph.GraphRequest.Entry;
import io.queuejob.internal.graph.Plan.Edge;
import io.queuejob.internal.graph.StoredGraph;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.testkit.LocalTransactions;
import io.queuejob.testkit.Rows;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Graphs as rows: S-GR-06, S-GR-08, S-GR-09, S-GR-10. */
class JdbcGraphStorePgTest {
  private static final Instant CREATED = Instant.parse("2026-03-01T12:00:00.123456Z");

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final LocalTransactions transactions = new LocalTransactions(login.dataSource());
  private final JdbcGraphStore store =
      new JdbcGraphStore(new JoinedDatabase(transactions.dataSource()));

  @BeforeEach
  void migrate() throws Exception {
    try (Connection connection = login.connect();
        var statement = connection.createStatement()) {
      statement.execute(Migrations.script());
    }
  }

  @AfterEach
  void drop() {
    transactions.rollback();
    TestDatabase.drop(login);
  }

  private static JobRequest request(String text, Instant eta) {
    return new JobRequest(
        UUID.randomUUID(),
        "shop.Mails.send(long)",
        ChannelPath.of("mail.fast"),
        new JobRequest.Schedule(3, CREATED, eta, 4, 60),
        text,
        null,
        null,
        new JobRequest.Payload("{\"v\":1,\"args\":[7]}", null));
  }

  private static Entry fresh(String text) {
    return Entry.of(request(text, null), 11);
  }

  private StoredGraph stored(List<Entry> entries, Edge... edges) throws Exception {
    return transactions.inNew(
        Duration.ofSeconds(20), () -> store.store(new GraphRequest(entries, Arrays.asList(edges))));
  }

  private UUID single(Instant eta) throws Exception {
    return stored(List.of(Entry.of(request("single", eta), 11))).members().get(0).uuid();
  }

  private String edges() throws Exception {
    return rows.one(
        "SELECT string_agg(p.description || c.description || d.open, ' ' ORDER BY p.id, c.id)"
            + " FROM queue_job.job_dependency d JOIN queue_job.job p ON p.id = parent_id"
            + " JOIN queue_job.job c ON c.id = child_id");
  }

  private GraphConflict conflict(List<Entry> entries, Edge... edges) {
    return catchThrowableOfType(GraphConflict.class, () -> stored(entries, edges));
  }

  @Test
  void members_get_edges_one_graph_and_the_state_that_their_parents_give_them() throws Exception {
    // S-GR-06, S-GR-09
    StoredGraph graph =
        stored(
            List.of(fresh("a"), fresh("b"), Entry.of(request("c", CREATED.plusSeconds(60)), 11)),
            new Edge(0, 1),
            new Edge(0, 2));
    assertThat(graph.members())
        .extracting(m -> m.fate() + " " + m.pending())
        .containsExactly("CREATED true", "CREATED false", "CREATED false");
    assertThat(edges()).isEqualTo("abtrue actrue");
    assertThat(
            rows.one(
                "SELECT string_agg(concat_ws(' ', description, state, waits, due IS NULL,"
                    + " eta IS NULL, priority, max_retries, timeout_seconds, origin, arguments,"
                    + " function_id, channel, caller, context), ', ' ORDER BY id)"
                    + " FROM queue_job.job"))
        .isEqualTo(
            "a pending t t t 3 4 60 engine {\"v\":1,\"args\":[7]} 11 root.mail.fast,"
                + " b wait_dependencies f t t 3 4 60 engine {\"v\":1,\"args\":[7]} 11"
                + " root.mail.fast,"
                + " c wait_dependencies f t f 3 4 60 engine {\"v\":1,\"args\":[7]} 11"
                + " root.mail.fast");
    assertThat(rows.number("SELECT count(DISTINCT graph) FROM queue_job.job")).isEqualTo(1);
    assertThat(rows.number("SELECT count(*) FROM queue_job.job WHERE graph IS NULL")).isZero();
  }

  @Test
  void a_group_without_edges_is_a_graph_and_a_single_job_is_none() throws Exception { // S-GR-06
    single(null);
    assertThat(rows.number("SELECT count(graph) FROM queue_job.job")).isZero();
    stored(List.of(fresh("a"), fresh("b")));
    assertThat(rows.number("SELECT count(graph) FROM queue_job.job")).isEqualTo(2);
  }

  @Test
  void a_pending_job_waits_for_a_parent_that_comes_later() throws Exception { // S-GR-08
    UUID child = single(CREATED.plusSeconds(999_999_999));
    StoredGraph graph = stored(List.of(fresh("a"), Entry.known(child)), new Edge(0, 1));
    assertThat(graph.members().get(1).fate()).isEqualTo(Fate.KNOWN);
    assertThat(rows.state(child)).isEqualTo("wait_dependencies");
    assertThat(edges()).isEqualTo("asingletrue");
    assertThat(
            rows.number(
                "SELECT count(*) FROM queue_job.job WHERE graph IS NOT NULL AND eta IS NOT NULL"))
        .isEqualTo(1);
  }

  @Test
  void a_third_joins_the_graph_of_its_parent() throws Exception { // S-GR-06
    UUID first = stored(List.of(fresh("a"), fresh("b"))).members().get(0).uuid();
    stored(List.of(Entry.known(first), fresh("c")), new Edge(0, 1));
    assertThat(rows.number("SELECT count(DISTINCT graph) FROM queue_job.job")).isEqualTo(1);
  }

  @Test
  void two_graphs_are_not_joined() throws Exception { // S-GR-06
    UUID one = stored(List.of(fresh("a"), fresh("b"))).members().get(0).uuid();
    UUID other = stored(List.of(fresh("c"), fresh("d"))).members().get(0).uuid();
    GraphConflict conflict =
        conflict(List.of(Entry.known(one), Entry.known(other)), new Edge(0, 1));
    assertThat(conflict.kind()).isEqualTo(Kind.TWO_GRAPHS);
  }

  @Test
  void a_job_that_no_longer_waits_gets_no_parent_and_is_none() throws Exception { // S-GR-08
    UUID child = single(null);
    for (String state : List.of("enqueued", "done", "failed", "cancelled")) {
      rows.update(
          "UPDATE queue_job.job SET state = ?, waits = false, failed = ? = 'failed', token = CASE"
              + " WHEN ? = 'enqueued' THEN 1 END, finished = CASE WHEN ? IN ('done', 'cancelled')"
              + " THEN now() END",
          state,
          state,
          state,
          state);
      GraphConflict asChild = conflict(List.of(fresh("a"), Entry.known(child)), new Edge(0, 1));
      assertThat(asChild.kind()).isEqualTo(Kind.NO_LONGER_WAITS);
      assertThat(asChild.found() + asChild.entry()).isEqualTo(state + 1);
      if (!state.equals("done")) {
        GraphConflict asParent = conflict(List.of(Entry.known(child), fresh("b")), new Edge(0, 1));
        assertThat(asParent.found() + asParent.entry()).isEqualTo(state + 0);
      }
    }
    assertThat(rows.number("SELECT count(*) FROM queue_job.job")).isEqualTo(1);
  }

  @Test
  void a_parent_that_is_done_or_gone_holds_nobody_up() throws Exception { // S-GR-10
    UUID parent = single(null);
    rows.update("UPDATE queue_job.job SET state = 'done', waits = false, finished = now()");
    StoredGraph below = stored(List.of(Entry.known(parent), fresh("b")), new Edge(0, 1));
    assertThat(below.members().get(1).pending()).isTrue();
    assertThat(edges()).isEqualTo("singlebfalse");
    rows.update("DELETE FROM queue_job.job WHERE description = 'single'");
    StoredGraph again = stored(List.of(Entry.known(parent), fresh("c")), new Edge(0, 1));
    assertThat(rows.state(again.members().get(1).uuid())).isEqualTo("pending");
  }

  @Test
  void an_edge_that_is_stored_is_no_matter_once_its_child_runs() throws Exception { // S-GR-08
    StoredGraph graph = stored(List.of(fresh("a"), fresh("b")), new Edge(0, 1));
    rows.update(
        "UPDATE queue_job.job SET state = 'done', waits = false, finished = now()"
            + " WHERE description = 'b'");
    List<Entry> again =
        List.of(
            Entry.known(graph.members().get(0).uuid()), Entry.known(graph.members().get(1).uuid()));
    assertThat(stored(again, new Edge(0, 1)).members()).hasSize(2);
  }

  @Test
  void thousands_are_stored_whole_or_not_at_all() throws Exception {
    List<Entry> entries = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      entries.add(fresh("n" + i));
      if (i > 0) {
        edges.add(new Edge((i - 1) / 2, i));
      }
    }
    transactions.begin(Duration.ofSeconds(20));
    store.store(new GraphRequest(entries, edges));
    transactions.rollback();
    assertThat(rows.number("SELECT count(*) FROM queue_job.job")).isZero();

    stored(entries, edges.toArray(Edge[]::new));
    assertThat(rows.number("SELECT count(*) FROM queue_job.job")).isEqualTo(10_000);
    assertThat(
            rows.number(
                "SELECT count(*) FROM queue_job.job_dependency d"
                    + " JOIN queue_job.job p ON p.id = d.parent_id"
                    + " JOIN queue_job.job c ON c.id = d.child_id AND c.id > p.id"
                    + " WHERE (substr(c.description, 2)::int - 1) / 2 = substr(p.description, 2)::int"))
        .isEqualTo(9_999);
    assertThat(rows.number("SELECT count(*) FROM queue_job.job WHERE waits")).isEqualTo(1);
  }
}
