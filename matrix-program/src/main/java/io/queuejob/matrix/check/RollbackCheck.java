package io.queuejob.matrix.check;

import io.queuejob.matrix.site.CheckFailedException;
import io.queuejob.matrix.site.Rows;
import io.queuejob.matrix.site.Site;
import io.queuejob.matrix.site.Web;

/** A transaction that placed an order and delayed its jobs rolls back: nothing was ever there. */
final class RollbackCheck implements Check {

  @Override
  public String name() {
    return "rollback";
  }

  @Override
  public void run(Site site) {
    Web web = site.web();
    Rows rows = site.rows();
    long newest = rows.newestJob();
    long orders = rows.orders();
    String answer = web.post(web.example("orders?rollback=true"), CallCheck.ORDER, 200);
    CheckFailedException.unless(
        Web.member(answer, "rolledBack").equals("true"), "\"rolledBack\":true", answer);
    CheckFailedException.unless(rows.jobsAfter(newest) == 0, "no job", rows.statesAfter(newest));
    CheckFailedException.unless(rows.orders() == orders, orders + " orders", rows.orders());
  }
}
