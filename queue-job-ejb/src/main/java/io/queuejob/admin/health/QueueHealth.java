package io.queuejob.admin.health;

import java.util.List;

/** The queue as monitoring sees it; the implementation is injected. */
public interface QueueHealth {

  /**
   * Whether the engine of the deployment's own data source can work; never raises. What happens to
   * further data sources does not count: the deployment goes on without them.
   */
  Readiness readiness();

  /** How each data source of the deployment is, its own first; never raises. */
  List<DataSourceHealth> dataSources();

  /** How full the queue of the deployment's own data source is now. */
  Gauges gauges();
}
