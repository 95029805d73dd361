package io.queuejob.matrix.check;

import io.queuejob.matrix.site.CheckFailedException;
import io.queuejob.matrix.site.Site;
import java.time.Duration;

/** Told to stop, the server ends by itself and in time, and its node leaves. */
final class StopCheck implements Check {

  private static final Duration LIMIT = Duration.ofSeconds(40);

  @Override
  public String name() {
    return "stop";
  }

  @Override
  public void run(Site site) {
    long began = System.nanoTime();
    site.server().stop();
    long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
    CheckFailedException.unless(
        seconds < LIMIT.toSeconds(), "an end within " + LIMIT.toSeconds() + " s", seconds + " s");
    long alive = site.rows().aliveNodes();
    CheckFailedException.unless(alive == 0, "that the node left", alive + " node still there");
  }
}
