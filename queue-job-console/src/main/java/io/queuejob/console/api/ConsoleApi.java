package io.queuejob.console.api;

import io.queuejob.console.api.jobs.Bulks;
import io.queuejob.console.api.jobs.Change;
import io.queuejob.console.api.jobs.Files;
import io.queuejob.console.api.jobs.Groups;
import io.queuejob.console.api.jobs.TestJobs;
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
        AtAGlance.class,
        Jobs.class,
        Groups.class,
        Files.class,
        Change.class,
        Bulks.class,
        JobDossiers.class,
        Description.class,
        OriginCheck.class,
        ProblemAnswers.class,
        Channels.class,
        Nodes.class,
        Audit.class,
        Functions.class,
        TestJobs.class,
        Examination.class);
  }
}
