package io.queuejob.chaos.check;

import io.queuejob.chaos.journal.Journal;
import io.queuejob.devdb.DatabaseLogin;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** All that is worked out when a run has ended. */
public final class Checks {
  private Checks() {}

  /**
   * Adds what is found to the journal.
   *
   * @param folder where the ledger is kept as text
   * @param sequential path of a sequential channel
   * @param drained whether the run waited until nothing was left to do
   */
  public static void atTheEnd(
      DatabaseLogin login, Journal journal, Path folder, String sequential, boolean drained)
      throws SQLException, IOException {
    Evidence evidence = Evidence.gather(login, journal);
    evidence.write(folder.resolve("ledger.csv"));
    new EffectCheck(evidence, journal.findings()).check(drained);
    new DepthCheck(evidence, journal).check();
    OrderCheck order = new OrderCheck(evidence, journal);
    order.check("root.one", false);
    order.check(sequential, true);
  }
}
