package io.queuejob.internal.operations.doctor;

import io.queuejob.admin.doctor.Check;
import io.queuejob.admin.doctor.Finding;
import io.queuejob.admin.doctor.Finding.State;
import io.queuejob.internal.storage.doctor.ServerFacts.OpenTransaction;
import io.queuejob.internal.storage.doctor.ServerFacts.Server;
import io.queuejob.internal.storage.doctor.ServerFacts.Table;
import io.queuejob.internal.storage.doctor.ServerFacts.Usage;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Judges the database server. */
final class ServerChecks {
  static final Check[] OF_SETTINGS = {Check.CLOCK, Check.CONNECTIONS, Check.DURABILITY};
  static final Check[] OF_TRANSACTIONS = {Check.HELD, Check.SNAPSHOTS};
  static final Check[] OF_TABLES = {Check.AUTOVACUUM, Check.BLOAT, Check.INDEXES};

  private static final Duration CLOCK_LOOK = Duration.ofSeconds(1);
  private static final Duration CLOCK_WRONG = Duration.ofMinutes(1);
  private static final double HELD_SECONDS = 600;
  private static final double IDLE_SECONDS = 300;
  private static final double OLD_SECONDS = 3_600;
  private static final long DEAD_LOOK = 100_000;
  private static final long MOST_PERCENT = 80;
  private static final long NEARLY_ALL_PERCENT = 95;

  private ServerChecks() {}

  /**
   * The server's settings.
   *
   * @param apart by how much this server's clock differs
   */
  static List<Finding> settings(Server server, Duration apart) {
    Findings findings = new Findings();
    Duration difference = apart.abs();
    if (difference.compareTo(CLOCK_LOOK) > 0) {
      State state = difference.compareTo(CLOCK_WRONG) > 0 ? State.WRONG : State.LOOK;
      findings.add(Check.CLOCK, state, "apart", Findings.span(difference.toMillis() / 1000d));
    }
    usage(server.all(), "server", findings);
    usage(server.ofRole(), "role", findings);
    usage(server.here(), "database", findings);
    if (!server.fsync()) {
      findings.wrong(Check.DURABILITY, "lost", "fsync");
    }
    if (!server.fullPageWrites()) {
      findings.wrong(Check.DURABILITY, "lost", "full_page_writes");
    }
    if (!server.synchronous()) {
      findings.look(Check.DURABILITY, "late");
    }
    return findings.of(OF_SETTINGS);
  }

  private static void usage(Usage usage, String kind, Findings findings) {
    if (usage.most() >= 0 && usage.used() * 100 >= usage.most() * MOST_PERCENT) {
      boolean nearlyAll = usage.used() * 100 >= usage.most() * NEARLY_ALL_PERCENT;
      State state = nearlyAll ? State.WRONG : State.LOOK;
      findings.add(Check.CONNECTIONS, state, kind, usage.used(), usage.most());
    }
  }

  static List<Finding> transactions(Collection<OpenTransaction> open) {
    Findings findings = new Findings();
    for (OpenTransaction one : open) {
      String span = Findings.span(one.open());
      if (one.holds() && one.open() > HELD_SECONDS) {
        findings.look(Check.HELD, "long", one.pid(), one.who(), span);
      }
      if (one.idle() && one.open() > IDLE_SECONDS) {
        State state = one.open() > OLD_SECONDS ? State.WRONG : State.LOOK;
        findings.add(Check.SNAPSHOTS, state, "idle", one.pid(), one.who(), span);
      } else if (one.pins() && one.open() > OLD_SECONDS) {
        findings.look(Check.SNAPSHOTS, "old", one.pid(), one.who(), span);
      }
    }
    return findings.of(OF_TRANSACTIONS);
  }

  /**
   * Tables and indexes.
   *
   * @param expected names of indexes that the migrations make
   * @param valid whether an index that exists is valid, by its name
   */
  static List<Finding> tables(
      Server server,
      Collection<Table> tables,
      Collection<String> expected,
      Map<String, Boolean> valid) {
    Findings findings = new Findings();
    if (!server.autovacuum()) {
      findings.wrong(Check.AUTOVACUUM, "server");
    }
    for (Table table : tables) {
      if (!table.autovacuum()) {
        findings.wrong(Check.AUTOVACUUM, "table", table.name());
      }
      if (table.dead() > DEAD_LOOK && table.dead() > table.live() / 5) {
        State state = table.dead() > table.live() ? State.WRONG : State.LOOK;
        findings.add(Check.BLOAT, state, "dead", table.name(), table.dead(), table.live());
      }
      if (!table.keyed()) {
        findings.wrong(Check.INDEXES, "unkeyed", table.name());
      }
    }
    for (String index : new TreeSet<>(expected)) {
      if (!valid.containsKey(index)) {
        findings.wrong(Check.INDEXES, "missing", index);
      }
    }
    valid.forEach(
        (index, isValid) -> {
          if (!isValid) {
            findings.wrong(Check.INDEXES, "invalid", index);
          }
        });
    return findings.of(OF_TABLES);
  }
}
