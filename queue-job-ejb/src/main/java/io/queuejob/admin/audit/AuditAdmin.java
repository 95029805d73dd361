package io.queuejob.admin.audit;

import io.queuejob.admin.reach.Reach;
import java.util.List;

/** Reading the audit; the implementation is injected: {@code @Inject AuditAdmin audit}. */
public interface AuditAdmin {

  /** One page, newest first; read by keyset, never by offset. */
  AuditPage list(AuditFilter filter);

  /** Those who did something, 200 at most, in order. */
  List<String> actors();

  /** What was done, 200 kinds at most, in order. */
  List<String> actions();

  /**
   * The same for somebody who may see some channels only: what was done to these channels, to jobs
   * that are in them now, and by bulk changes that stay in them.
   */
  default AuditAdmin seeing(Reach reach) {
    return reach.unlimited(this);
  }
}
