package io.queuejob.it.container.hosted;

import io.queuejob.web.rest.OriginCheck;
import io.queuejob.web.rest.ProblemAnswers;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The REST interface of the admin at an address of the application's choice. */
@ApplicationPath("queue")
public class HostedAdmin extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(HostedJobs.class, OriginCheck.class, ProblemAnswers.class);
  }
}
