package io.queuejob.internal.storage.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.queuejob.api.IdentityScope;
import io.queuejob.api.JobGraph.Fate;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.graph.GraphConflict;
import io.queuejob.internal.graph.GraphConflict.Kind;
import io.queuejob.internal.graph.GraphRequest;
import io.queuejob.internal.graph.GraphRequest.Entry;
import io.queuejob.internal.graph.Plan.Edge;
import io.queuejob.internal.graph.StoredGraph;
import io.queuejob.internal.graph.StoredGraph.Member;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.testkit.LocalTransactions;
import io.queuejob.testkit.Rows;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Graphs whose members have identity keys: S-GR-16, S-WS-09. */
class KeyedGraphPgTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

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
    rows.update("INSERT INTO queue_job.function (application, name) VALUES ('a', 'f')");
  }

  @AfterEach
  void drop() {
    transactions.rollback();
    TestDatabase.drop(login);
  }

  private static Entry entry(String text, String key) {
    return Entry.of(
        new JobRequest(
            UUID.randomUUID(),
            "f",
            ChannelPath.ROOT,
            new JobRequest.Schedule(10, Instant.parse("2026-03-01T12:00:00Z"), null, 5, 0),
            text,
            null,
            key == null ? null : new JobRequest.Identity(key, IdentityScope.QUEUED),
            new JobRequest.Payload("{\"v\":1,\"args\":[]}", null)),
        1);
  }

  private StoredGraph stored(List<Entry> entries, Edge... edges) throws Exception {
    return transactions.inNew(
        TIMEOUT, () -> store.store(new GraphRequest(entries, Arrays.asList(edges))));
  }

  private long jobs() throws Exception {
    return rows.number("SELECT count(*) FROM queue_job.job");
  }

  @Test
  void a_graph_whose_every_key_is_taken_is_not_stored() throws Exception { // S-WS-09
    List<Entry> chain = List.of(entry("p", "k1"), entry("q", null));
    StoredGraph first = stored(chain, new Edge(0, 1));
    assertThat(first.members())
        .extracting(Member::fate)
        .containsExactly(Fate.CREATED, Fate.CREATED);
    assertThat(rows.state(first.members().get(1).uuid())).isEqualTo("wait_dependencies");

    StoredGraph second = stored(List.of(entry("p", "k1"), entry("q", null)), new Edge(0, 1));
    assertThat(second.members()).extracting(Member::fate).containsExactly(Fate.TWIN, Fate.LEFT_OUT);
    assertThat(second.members().get(0).uuid()).isEqualTo(first.members().get(0).uuid());
    assertThat(second.members().get(1).uuid()).isNull();
    assertThat(jobs()).isEqualTo(2);
  }

  @Test
  void a_twin_becomes_the_parent_of_what_is_new() throws Exception { // S-WS-09
    stored(List.of(entry("p", "k1")));
    StoredGraph graph = stored(List.of(entry("p", "k1"), entry("r", "k2")), new Edge(0, 1));
    assertThat(graph.members()).extracting(Member::fate).containsExactly(Fate.TWIN, Fate.CREATED);
    assertThat(rows.state(graph.members().get(1).uuid())).isEqualTo("wait_dependencies");
    assertThat(
            rows.one(
                "SELECT p.description || c.description FROM queue_job.job_dependency"
                    + " JOIN queue_job.job p ON p.id = parent_id"
                    + " JOIN queue_job.job c ON c.id = child_id"))
        .isEqualTo("pr");
    assertThat(rows.number("SELECT count(DISTINCT graph) FROM queue_job.job")).isEqualTo(1);
    assertThat(jobs()).isEqualTo(2);
  }

  @Test
  void a_twin_gets_no_parent_and_nothing_remains() throws Exception { // S-GR-16
    stored(List.of(entry("r", "k2")));
    GraphConflict conflict =
        catchThrowableOfType(
            GraphConflict.class,
            () -> stored(List.of(entry("p", "k1"), entry("r", "k2")), new Edge(0, 1)));
    assertThat(conflict.kind()).isEqualTo(Kind.TWIN_AS_CHILD);
    assertThat(conflict.entry()).isEqualTo(1);
    assertThat(conflict.written()).isTrue();
    assertThat(jobs()).isEqualTo(1);
  }

  @Test
  void a_keyed_member_waits_with_its_key() throws Exception { // S-ID-03
    StoredGraph graph = stored(List.of(entry("p", null), entry("r", "k2")), new Edge(0, 1));
    assertThat(rows.state(graph.members().get(1).uuid())).isEqualTo("wait_dependencies");
    assertThat(stored(List.of(entry("r", "k2"))).members().get(0).fate()).isEqualTo(Fate.TWIN);
  }

  @Test
  void a_key_twice_in_one_graph_is_one_job() throws Exception {
    StoredGraph graph = stored(List.of(entry("a", "k"), entry("b", "k"), entry("c", null)));
    assertThat(graph.members())
        .extracting(Member::fate)
        .containsExactly(Fate.CREATED, Fate.TWIN, Fate.CREATED);
    assertThat(jobs()).isEqualTo(2);
  }

  @Test
  void a_key_twice_in_a_chain_is_refused_before_anything_is_written() { // S-GR-16
    GraphConflict conflict =
        catchThrowableOfType(
            GraphConflict.class,
            () -> stored(List.of(entry("a", "k"), entry("b", "k")), new Edge(0, 1)));
    assertThat(conflict.kind()).isEqualTo(Kind.KEY_TWICE);
    assertThat(conflict.found()).isEqualTo("k");
    assertThat(conflict.written()).isFalse();
  }

  @Test
  void callers_with_the_same_keys_in_other_orders_never_block_each_other() throws Exception {
    // S-ID-05
    for (int i = 0; i < 30; i++) {
      String one = "x" + i;
      String two = "y" + i;
      CyclicBarrier start = new CyclicBarrier(2);
      CompletableFuture<StoredGraph> other =
          CompletableFuture.supplyAsync(() -> both(start, two, one));
      both(start, one, two);
      other.get(20, TimeUnit.SECONDS);
      assertThat(jobs()).isEqualTo(2L * (i + 1) + extra());
    }
  }

  private StoredGraph both(CyclicBarrier start, String first, String second) {
    try {
      start.await(10, TimeUnit.SECONDS);
      return stored(List.of(entry("a", first), entry("b", second), entry("c", null)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Members without a key, one for each graph that was stored. */
  private long extra() throws Exception {
    return rows.number("SELECT count(*) FROM queue_job.job WHERE identity_key IS NULL");
  }
}
