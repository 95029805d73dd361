package io.queuejob.spi;

import java.lang.reflect.Method;
import java.util.Map;

/**
 * Gives jobs columns of the application's own (S-DL-09): names and texts that are kept with the job
 * and shown with it, such as a tenant or the number of an order, in {@code
 * queue_job.job.attributes}. A CDI bean, or a service of {@link java.util.ServiceLoader}. Asked
 * once for each call, in the caller's transaction, for each call of every thread.
 */
public interface JobAttributesProvider {

  /**
   * Attributes of a call. What it raises is raised by the call, and nothing is stored.
   *
   * @param bean class of the bean
   * @param method that is to be called
   * @param arguments of the call; not to be changed
   * @return texts by name; empty or null for none. Names are not empty; texts that are null are
   *     left out
   */
  Map<String, String> attributes(Class<?> bean, Method method, Object[] arguments);

  /**
   * Where several providers give the same name, the one with the greatest order wins, for instance
   * one for some methods over one for all.
   */
  default int order() {
    return 0;
  }
}
