package io.queuejob.web.audit;

import io.queuejob.admin.audit.AuditEntry;
import io.queuejob.web.StrictUuid;
import io.queuejob.web.VisibleText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An entry of the audit made fit to show. */
public record AuditLine(AuditEntry entry) {

  public String actor() {
    return VisibleText.of(entry.actor());
  }

  public String action() {
    return VisibleText.of(entry.action());
  }

  public String subject() {
    return VisibleText.of(entry.subject());
  }

  public String filter() {
    return VisibleText.of(entry.filter());
  }

  /** Where the subject is shown, below the admin's folder; null if nowhere. */
  public String address() {
    if (StrictUuid.parse(entry.subject()).isPresent()) {
      return "job.xhtml?uuid=" + entry.subject();
    } else if (entry.action().endsWith(" channel")) {
      return "channels.xhtml?text=" + URLEncoder.encode(entry.subject(), StandardCharsets.UTF_8);
    }
    return entry.action().endsWith(" node") ? "nodes.xhtml" : null;
  }

  public List<Difference> differences() {
    return Difference.between(entry.before(), entry.after());
  }
}
