package io.queuejob.internal.execution;

import io.queuejob.internal.port.RunControl;
import java.time.Duration;

/** A job that never started is not abandoned; its outcome is tried for a while only. */
final class NotStarted implements RunControl {
  @Override
  public boolean cancelRequested() {
    return true;
  }

  @Override
  public boolean timedOut() {
    return false;
  }

  @Override
  public boolean isAbandoned() {
    return false;
  }

  @Override
  public void shown() {}

  @Override
  public void report(Progress progress) {}

  @Override
  public void report(String line) {}

  @Override
  public boolean awaitAbandoned(Duration most) {
    return true;
  }
}
