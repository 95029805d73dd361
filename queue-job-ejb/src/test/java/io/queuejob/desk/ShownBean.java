package io.queuejob.desk;

import io.queuejob.api.Delayed;
import io.queuejob.api.error.JobFailedException;

/** A bean whose functions are looked at. */
public class ShownBean {

  @Delayed(channel = "shown", priority = 4, retryPattern = "1:10,2:60-120")
  public void fail(String text) {
    throw new JobFailedException("no " + text);
  }

  @Delayed
  public void run(String text) {}
}
