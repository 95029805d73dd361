package io.queuejob.matrix.check;

import io.queuejob.matrix.site.CheckFailedException;
import io.queuejob.matrix.site.Site;
import io.queuejob.matrix.site.Web;
import java.net.URI;

/** The console's REST interface: nobody and a wrong password are refused, the right one gets in. */
final class LoginCheck implements Check {

  @Override
  public String name() {
    return "login";
  }

  @Override
  public void run(Site site) {
    Web web = site.web();
    URI overview = web.console("api/overview");
    web.get(overview, 401);
    web.get(overview, "guessed", 401);
    String answer = web.get(overview, site.password(), 200);
    CheckFailedException.unless(answer.contains("\"now\""), "the overview", answer);
    String jobs = web.get(web.console("api/jobs?limit=5"), site.password(), 200);
    CheckFailedException.unless(jobs.contains("\"uuid\""), "jobs", jobs);
  }
}
