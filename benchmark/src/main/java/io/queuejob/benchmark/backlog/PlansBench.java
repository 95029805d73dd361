package io.queuejob.benchmark.backlog;

import io.queuejob.benchmark.run.Results;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.schema.plan.HotStatement;
import java.io.PrintStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** The plans of the statements that run often, on a big table. */
final class PlansBench {
  private final DatabaseLogin login;
  private final PrintStream out;

  PlansBench(DatabaseLogin login, PrintStream out) {
    this.login = login;
    this.out = out;
  }

  /** Shows the plans that are not as meant; the share of the others is the figure. */
  void look(Results results, HotStatement.Sample sample) throws Exception {
    List<String> faults = new ArrayList<>();
    int plans = 0;
    try (Connection connection = login.connect()) {
      for (HotStatement statement : HotStatement.values()) {
        for (String mode : HotStatement.MODES) {
          faults.addAll(statement.faults(connection, mode, sample));
          plans++;
        }
      }
    }
    faults.forEach(out::println);
    out.printf("plans: %d looked at, %d not as meant%n", plans, faults.size());
    results.figure("plans_good", (double) (plans - faults.size()) / plans);
    results.detail("plans", plans);
  }
}
