package io.queuejob.matrix.check;

import io.queuejob.matrix.site.CheckFailedException;
import io.queuejob.matrix.site.Site;

/**
 * Server, example and console come up, and the engine says that its node is ready, and which
 * version the archive's manifest gives the application.
 */
final class StartCheck implements Check {

  @Override
  public String name() {
    return "start";
  }

  @Override
  public void run(Site site) {
    site.server().awaitReady(Site.READY, message -> {});
    site.web().get(site.web().console("health/ready"), 200);
    String version = site.rows().applicationVersion();
    CheckFailedException.unless(
        version != null, "that the node knows the version of its application", "none");
  }
}
