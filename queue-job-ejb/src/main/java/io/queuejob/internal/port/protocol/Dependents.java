package io.queuejob.internal.port.protocol;

import java.util.List;
import java.util.Set;

/** Jobs that waited for others. */
public interface Dependents {

  /**
   * Lets those run that waited for these and wait for nobody else now. What was released before is
   * left alone, so it may be called again at any time.
   *
   * @param parents ids of jobs whose completion is committed; empty for all that are left over
   * @return where jobs wait to be claimed now
   */
  Set<Pulse.Kind> release(List<Long> parents);
}
