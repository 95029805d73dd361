package io.queuejob.console.api;

import io.queuejob.web.rest.OriginCheck;
import io.queuejob.web.rest.ProblemAnswers;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The REST interface of the console. */
@ApplicationPath("api")
public class ConsoleApi extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        Jobs.class,
        Description.class,
        OriginCheck.class,
        ProblemAnswers.class,
        Channels.class,
        Nodes.class,
        Audit.class);
  }
}
