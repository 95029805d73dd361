package io.queuejob.internal.operations.doctor;

import io.queuejob.admin.doctor.Check;
import io.queuejob.admin.doctor.Doctor;
import io.queuejob.admin.doctor.Finding;
import io.queuejob.admin.doctor.Finding.State;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.doctor.LeftoverFacts;
import io.queuejob.internal.storage.doctor.NodeFacts;
import io.queuejob.internal.storage.doctor.ServerFacts;
import io.queuejob.internal.storage.doctor.WorkFacts;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Reads the facts, one kind after the other, and judges them. */
public final class DoctorDesk implements Doctor {
  private static final Logger LOG = System.getLogger(DoctorDesk.class.getName());

  private static final Duration OPEN = Duration.ofMinutes(1);

  private final NodeFacts nodes;
  private final WorkFacts work;
  private final ServerFacts server;
  private final LeftoverFacts leftovers;
  private final Set<String> indexes;
  private final Duration retention;
  private final InstantSource clock;

  /**
   * A desk.
   *
   * @param script SQL of all migrations
   * @param retention from one run of retention to the next
   * @param clock of this server
   */
  public DoctorDesk(Database database, String script, Duration retention, InstantSource clock) {
    this.nodes = new NodeFacts(database);
    this.work = new WorkFacts(database);
    this.server = new ServerFacts(database);
    this.leftovers = new LeftoverFacts(database);
    this.indexes = ExpectedIndexes.of(script);
    this.retention = retention;
    this.clock = clock;
  }

  @Override
  public List<Finding> examine() {
    List<Finding> all = new ArrayList<>();
    add(all, () -> NodeChecks.of(nodes.read()), NodeChecks.CHECKS);
    add(all, () -> WorkChecks.stranded(work.stranded()), Check.STRANDED);
    add(all, () -> WorkChecks.halted(work.halted()), Check.HALTED);
    add(all, () -> WorkChecks.blocked(work.blocked()), Check.BLOCKED);
    add(all, this::settings, ServerChecks.OF_SETTINGS);
    add(
        all,
        () -> ServerChecks.transactions(server.transactions(OPEN)),
        ServerChecks.OF_TRANSACTIONS);
    add(
        all,
        () -> ServerChecks.tables(server.server(), server.tables(), indexes, server.indexes()),
        ServerChecks.OF_TABLES);
    add(all, () -> LeftoverChecks.defects(leftovers.defects()), Check.DEFECTS);
    add(all, () -> LeftoverChecks.state(leftovers.state(), retention), LeftoverChecks.OF_STATE);
    add(all, () -> LeftoverChecks.notices(leftovers.overdue()), Check.NOTICES);
    all.sort(
        Comparator.comparing(Finding::check)
            .thenComparing(Finding::state, Comparator.reverseOrder()));
    return List.copyOf(all);
  }

  /** The statement takes a moment: the database's instant lies between two of this server's. */
  private List<Finding> settings() {
    Instant before = clock.instant();
    ServerFacts.Server facts = server.server();
    Instant after = clock.instant();
    Duration apart = Duration.ZERO;
    if (facts.now().isBefore(before)) {
      apart = Duration.between(facts.now(), before);
    } else if (facts.now().isAfter(after)) {
      apart = Duration.between(after, facts.now());
    }
    return ServerChecks.settings(facts, apart);
  }

  private static void add(List<Finding> all, Supplier<List<Finding>> part, Check... checks) {
    try {
      all.addAll(part.get());
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "QJ7090 the doctor could not read facts of {0}: {1}",
          Arrays.toString(checks),
          e.getMessage());
      for (Check check : checks) {
        all.add(new Finding(check, State.LOOK, "unread", List.of(String.valueOf(e.getMessage()))));
      }
    }
  }
}
