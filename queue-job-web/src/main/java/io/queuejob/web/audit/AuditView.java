package io.queuejob.web.audit;

import io.queuejob.admin.audit.AuditAdmin;
import io.queuejob.admin.audit.AuditPage;
import io.queuejob.web.Trouble;
import io.queuejob.web.VisibleText;
import io.queuejob.web.sight.Seen;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.io.Writer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** State of the page of the audit: the filter, and what was read by it last. */
@Named("queueJobAudit")
@ViewScoped
public class AuditView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(AuditView.class.getName());

  private AuditAdmin admin;
  private AuditQuery query = AuditQuery.FIRST;
  private transient AuditPage page;
  private transient List<String> actors = List.of();
  private transient List<String> actions = List.of();
  private transient boolean unreadable;
  private transient String trouble;

  protected AuditView() {}

  @Inject
  AuditView(@Seen AuditAdmin admin) {
    this.admin = admin;
  }

  /** Begins with the filter of the page's address. */
  public void open() {
    open(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap());
  }

  void open(Map<String, String> parameters) {
    query = AuditQuery.of(parameters);
    refresh();
    if (!unreadable) {
      actors = admin.actors();
      actions = admin.actions();
    }
  }

  /** Reads anew by the same filter; keeps what was read last if that fails. */
  public void refresh() {
    try {
      page = admin.list(query.filter(AuditQuery.PAGE));
      unreadable = false;
      trouble = null;
    } catch (RuntimeException e) {
      LOG.log(unreadable ? Level.TRACE : Level.WARNING, "The audit could not be read", e);
      unreadable = true;
      trouble = Trouble.ownMessage(e);
    }
  }

  /** Answers with all that the filter leaves as comma-separated values. */
  public void export() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    external.setResponseContentType(AuditCsv.MEDIA_TYPE);
    external.setResponseHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
    try (Writer out =
        new OutputStreamWriter(external.getResponseOutputStream(), StandardCharsets.UTF_8)) {
      AuditCsv.write(admin, query.withAfter(null).filter(AuditQuery.PAGE), out);
    }
    faces.responseComplete();
  }

  public String getActor() {
    return VisibleText.of(query.actor());
  }

  public String getAction() {
    return VisibleText.of(query.action());
  }

  public String getSubject() {
    return VisibleText.of(query.subject());
  }

  /** Begin of the range as an instant in ISO 8601; empty for none. */
  public String getFrom() {
    return query.from() == null ? "" : query.from().toString();
  }

  /** End of the range as an instant in ISO 8601; empty for none. */
  public String getUntil() {
    return query.until() == null ? "" : query.until().toString();
  }

  public List<String> getActors() {
    return actors == null ? List.of() : actors.stream().map(VisibleText::of).toList();
  }

  public List<String> getActions() {
    return actions == null ? List.of() : actions.stream().map(VisibleText::of).toList();
  }

  public List<AuditLine> getLines() {
    return page() == null ? List.of() : page().entries().stream().map(AuditLine::new).toList();
  }

  public boolean isNarrowed() {
    return query.isNarrowed();
  }

  /** Whether the page need not look again by itself: nothing new comes there, or it costs much. */
  public boolean isResting() {
    return query.after() != null || query.until() != null || !query.subject().isEmpty();
  }

  public boolean isFirstPage() {
    return query.after() == null;
  }

  public String getNewestAddress() {
    return query.withAfter(null).address();
  }

  public boolean isOlderThere() {
    return page() != null && page().next() != null;
  }

  /** Whether the search stopped before it had seen all. */
  public boolean isStopped() {
    return page() != null && page().stopped();
  }

  public String getOlderAddress() {
    return query.withAfter(page().next()).address();
  }

  /** Address of the entries of one actor. */
  public String actorAddress(String actor) {
    return new AuditQuery(actor, "", "", null, null, null).address();
  }

  private AuditPage page() {
    if (page == null && !unreadable) {
      refresh();
    }
    return page;
  }

  public boolean isUnreadable() {
    return unreadable;
  }

  /** The product's own words for the failure to read; null if it has none. */
  public String getTrouble() {
    return trouble;
  }
}
