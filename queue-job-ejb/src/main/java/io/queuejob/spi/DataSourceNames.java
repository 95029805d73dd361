package io.queuejob.spi;

import java.util.Collection;

/**
 * Says which data sources a deployment serves beside its own, such as those of its tenants. A CDI
 * bean, or a service of {@link java.util.ServiceLoader}. Asked every few seconds ({@code
 * queue-job.datasources-interval}) on a thread of the engine, with a request scope and without a
 * transaction: a name that is new is served from then on, one that is gone no longer.
 */
@FunctionalInterface
public interface DataSourceNames {

  /**
   * The JNDI names of JTA data sources, as now. What it raises changes nothing: the names of its
   * last answer count on.
   *
   * @return names; empty for none
   */
  Collection<String> names();
}
