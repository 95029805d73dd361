package io.queuejob.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.internal.storage.Session;
import io.queuejob.internal.storage.claim.RecoveryStore;
import io.queuejob.internal.storage.claim.SlotStore;
import io.queuejob.testkit.Rows;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However often a slot is given back, and by whom: what is held is what nodes hold. */
class SlotReleasePgTest {
  private static final int CAPACITY = 3;
  private static final int STEPS = 600;

  private static MigratedDatabase database;
  private static Session session;
  private static Rows rows;

  private final SlotStore slots = new SlotStore(session);
  private final RecoveryStore recovery = new RecoveryStore(session);

  @BeforeAll
  static void migrate() throws Exception {
    database = new MigratedDatabase();
    session = database.session();
    rows = new Rows(database.login());
  }

  @AfterAll
  static void drop() {
    session.close();
    database.close();
  }

  private static int channel(String path) throws SQLException {
    return (int)
        rows.number(
            "INSERT INTO queue_job.channel (path, capacity) VALUES (?, ?) RETURNING id",
            path,
            CAPACITY);
  }

  private static int node() throws SQLException {
    return (int)
        rows.number(
            "INSERT INTO queue_job.node (name, application, lock_key)"
                + " SELECT 'n', 'a', coalesce(max(lock_key), 0) + 1 FROM queue_job.node"
                + " RETURNING id");
  }

  private static long held(int channel) throws SQLException {
    return rows.number("SELECT held FROM queue_job.channel WHERE id = ?", channel);
  }

  @Test
  void a_slot_that_is_released_twice_leaves_what_is_held_right() throws Exception {
    int channel = channel("root.twice");
    int one = node();
    int other = node();
    slots.borrow(one, Map.of(channel, 1), 1);
    slots.borrow(other, Map.of(channel, 1), 1);
    assertThat(slots.giveBack(one, Map.of(channel, 1))).containsExactly(channel);
    assertThat(slots.giveBack(one, Map.of(channel, 1))).isEmpty();
    assertThat(held(channel)).as("the other's").isEqualTo(1);
  }

  @Test
  void a_node_that_was_recovered_gives_nothing_back_and_takes_nothing() throws Exception {
    int channel = channel("root.gone");
    int dead = node();
    int live = node();
    slots.borrow(dead, Map.of(channel, 2), 2);
    recovery.fence(dead, "tested");
    recovery.recoverBatch(dead);
    assertThat(held(channel)).isZero();
    slots.borrow(live, Map.of(channel, 2), 2);
    recovery.recoverBatch(dead);
    assertThat(slots.giveBack(dead, Map.of(channel, 2))).isEmpty();
    assertThat(slots.borrow(dead, Map.of(channel, 1), 1)).isEmpty();
    assertThat(held(channel)).isEqualTo(2);
  }

  @Test
  void the_database_refuses_more_given_than_taken() throws Exception {
    int channel = channel("root.below");
    assertThatThrownBy(
            () -> rows.update("UPDATE queue_job.channel SET held = held - 1 WHERE id = ?", channel))
        .hasMessageContaining("channel_held_check");
  }

  @Test
  void slots_taken_released_and_recovered_at_random_are_never_more_nor_less() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int channel = channel("root.random");
    int[] nodes = {node(), node(), node()};
    for (int i = 0; i < STEPS; i++) {
      int at = random.nextInt(nodes.length);
      int number = 1 + random.nextInt(CAPACITY);
      switch (random.nextInt(8)) {
        case 0 -> nodes[at] = succeeded(nodes[at]);
        case 1, 2, 3 -> slots.borrow(nodes[at], Map.of(channel, number), number);
        default -> slots.giveBack(nodes[at], Map.of(channel, number));
      }
      assertThat(held(channel))
          .as("step %d, seed %d", i, seed)
          .isBetween(0L, (long) CAPACITY)
          .isEqualTo(
              rows.number(
                  "SELECT coalesce(sum(held), 0) FROM queue_job.slot WHERE channel_id = ?",
                  channel));
    }
  }

  /** A node is recovered, twice; another takes its place. */
  private int succeeded(int node) throws SQLException {
    recovery.fence(node, "tested");
    recovery.recoverBatch(node);
    recovery.recoverBatch(node);
    return node();
  }
}
