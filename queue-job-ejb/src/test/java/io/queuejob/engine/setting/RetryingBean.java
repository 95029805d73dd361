package io.queuejob.engine.setting;

import io.queuejob.api.Delayed;
import io.queuejob.api.error.RetryableJobException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A bean whose jobs are always tried again. */
public class RetryingBean {
  final List<String> attempts = new CopyOnWriteArrayList<>();

  @Delayed(retryPattern = "1:7,2:3600")
  public void patient(String name) {
    attempts.add(name);
    throw new RetryableJobException("busy");
  }

  @Delayed(retryPattern = "1:7")
  public void ownDelay(String name) {
    attempts.add(name);
    throw new RetryableJobException("busy", Duration.ofSeconds(50), Duration.ofSeconds(51));
  }

  @Delayed(retryPattern = "0:3,1:7")
  public void uncounted(String name) {
    attempts.add(name);
    throw new RetryableJobException("busy", null, false);
  }

  public void plain(String name) {
    attempts.add(name);
    throw new RetryableJobException("busy");
  }
}
