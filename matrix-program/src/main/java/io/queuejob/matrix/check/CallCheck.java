package io.queuejob.matrix.check;

import io.queuejob.matrix.site.CheckFailedException;
import io.queuejob.matrix.site.Rows;
import io.queuejob.matrix.site.Site;
import io.queuejob.matrix.site.Web;
import java.time.Duration;

/** An order is placed; the three jobs that it delays in its transaction are done soon. */
final class CallCheck implements Check {

  static final String ORDER = "{\"customer\":\"Ann\",\"lines\":[{\"sku\":\"A-1\",\"quantity\":2}]}";
  private static final int JOBS = 3;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "call";
  }

  @Override
  public void run(Site site) {
    Web web = site.web();
    Rows rows = site.rows();
    long before = rows.newestJob();
    String id = Web.member(web.post(web.example("orders"), ORDER, 201), "id");
    site.await(
        LIMIT,
        JOBS + " jobs in state done",
        () -> rows.jobsAfter(before, "done") == JOBS,
        () -> rows.statesAfter(before));
    String order = web.get(web.example("orders/" + id), 200);
    for (String effect : new String[] {"invoice", "mail", "stock"}) {
      CheckFailedException.unless(
          Web.member(order, effect).equals("true"), effect + " to be done", order);
    }
  }
}
