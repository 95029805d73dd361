package io.queuejob.capturing;

import io.queuejob.api.Delayed;
import io.queuejob.api.JobContext;
import io.queuejob.internal.execution.CurrentJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;

/** A bean whose class is declared. */
@Delayed(channel = "root.pages")
@ApplicationScoped
public class Pages {

  public void print(int page) {
    Shop.RAN.add("print " + page);
  }

  public void breaks(int page) throws IOException {
    throw new IOException("page " + page);
  }

  /** Delays a page, and shows which job it is itself, before and after. */
  public void nested(int page) {
    JobContext job = new CurrentJob();
    Shop.RAN.add("nested attempt " + job.attempt() + " " + job.node() + " " + job.ref());
    CDI.current().select(Pages.class).get().print(page);
    Shop.RAN.add("still " + job.ref());
  }

  /** Looks at what came from its caller, and wants something done after the commit. */
  public void wishes(int page) {
    JobContext job = new CurrentJob();
    Shop.RAN.add(job.caller() + " at " + job.carried("desk"));
    job.afterCommit(() -> Shop.RAN.add("after " + page));
    job.afterCommit(
        () -> {
          throw new IllegalStateException("the cache is gone");
        });
  }

  void helper() {
    Shop.RAN.add("helper");
  }
}
