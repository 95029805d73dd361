package io.queuejob.internal.capture.inline;

import io.queuejob.api.JobRef;
import io.queuejob.internal.bean.DelayedFunction;

/** Runs delayed calls at once, in place of storing them (S-TT-20). */
public interface InlineRunner {

  /** For places that store every call. */
  InlineRunner NEVER =
      new InlineRunner() {
        @Override
        public boolean isOn() {
          return false;
        }

        @Override
        public Object run(JobRef ref, DelayedFunction function, Object[] arguments) {
          throw new UnsupportedOperationException("expected a call to be stored");
        }
      };

  /**
   * Whether calls of this thread are to run at once: by the setting, or by a scope that is open.
   */
  boolean isOn();

  /**
   * Runs one call in the thread and its transaction; in one of its own if none is active. What the
   * method raises is raised as it is, checked exceptions too.
   *
   * @param ref what the call's job would be known by; no such job is ever found
   * @return what the method returned
   */
  Object run(JobRef ref, DelayedFunction function, Object[] arguments);
}
