package io.queuejob.matrix.check;

import io.queuejob.matrix.site.CheckFailedException;
import io.queuejob.matrix.site.Rows;
import io.queuejob.matrix.site.Site;
import io.queuejob.matrix.site.Web;
import java.time.Duration;

/** {@code kill -9} with a job running: the server starts again and does it, once. */
final class KillCheck implements Check {

  private static final int MILLIS = 2_000;
  private static final int JOBS = 3;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "kill";
  }

  @Override
  public void run(Site site) {
    Web web = site.web();
    Rows rows = site.rows();
    long before = rows.newestJob();
    String started = web.post(web.example("load?jobs=" + JOBS + "&millis=" + MILLIS), "", 200);
    String run = Web.member(started, "run");
    site.await(
        LIMIT,
        "a running job",
        () -> rows.jobsAfter(before, "started") > 0,
        () -> rows.statesAfter(before));
    site.server().kill();
    CheckFailedException.unless(
        rows.jobsAfter(before, "done") < JOBS, "work left by the killed server", "all done");

    site.server().startAgain();
    site.server().awaitReady(Site.READY, message -> {});
    site.await(
        LIMIT,
        JOBS + " jobs in state done",
        () -> rows.jobsAfter(before, "done") == JOBS,
        () -> rows.statesAfter(before));
    String ledger = web.get(web.example("ledger?run=" + run), 200);
    CheckFailedException.unless(
        Web.member(ledger, "rows").equals("" + JOBS)
            && Web.member(ledger, "distinctJobs").equals("" + JOBS),
        "the effects of " + JOBS + " jobs, each once",
        ledger);
  }
}
