package io.queuejob.admin.audit;

import java.util.List;

/** Reading the audit; the implementation is injected: {@code @Inject AuditAdmin audit}. */
public interface AuditAdmin {

  /** One page, newest first; read by keyset, never by offset. */
  AuditPage list(AuditFilter filter);

  /** Those who did something, 200 at most, in order. */
  List<String> actors();

  /** What was done, 200 kinds at most, in order. */
  List<String> actions();
}
