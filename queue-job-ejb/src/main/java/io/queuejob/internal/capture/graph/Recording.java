package io.queuejob.internal.capture.graph;

import io.queuejob.api.call.BeanCall;
import io.queuejob.internal.capture.option.Options;
import io.queuejob.internal.job.JobRequest;

/** Makes calls of one bean, and requests of them. */
public interface Recording<T> {

  /** Registered name of the bean. */
  String bean();

  /** Records a lambda's one call. */
  Recorded record(BeanCall<T> call);

  /** The same call with other arguments. */
  Recorded with(Recorded call, Object[] arguments);

  /**
   * What is to be stored of a call.
   *
   * @param options that were given for it
   * @param suffix follows the description; empty for none
   */
  JobRequest request(Recorded call, Options<?> options, String suffix);
}
