package io.queuejob.spi;

/**
 * Chooses the data source of calls that nobody else chose one for: a {@code @Delayed} method, or
 * {@code JobQueue} without {@code on}, called outside of a job. A CDI bean, or a service of {@link
 * java.util.ServiceLoader}; of several one counts, beans before services. Asked for each such call
 * on the thread that makes it, in a deployment that serves several data sources.
 */
@FunctionalInterface
public interface CallDataSource {

  /**
   * The data source for calls of this thread, such as that of the request's tenant. What it raises
   * is raised by the call, and nothing is stored.
   *
   * @return a JNDI name that is served; null for the deployment's own data source
   */
  String name();
}
