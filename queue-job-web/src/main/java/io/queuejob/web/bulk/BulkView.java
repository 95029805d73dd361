package io.queuejob.web.bulk;

import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.BulkAdmin;
import io.queuejob.admin.bulk.BulkPreview;
import io.queuejob.admin.bulk.BulkRequest;
import io.queuejob.admin.bulk.BulkSkip;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.web.Trouble;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.Rights;
import io.queuejob.web.jobs.Counted;
import io.queuejob.web.jobs.JobLine;
import io.queuejob.web.sight.Seen;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Serializable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** State of the page of bulk changes: one to be confirmed, one under way, or all of them. */
@Named("queueJobBulk")
@ViewScoped
public class BulkView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(BulkView.class.getName());
  private static final int PAGE = 50;
  private static final int SKIPS = 200;

  private BulkAdmin admin;
  private JobSearch search;
  private Rights rights;
  private BulkAddress address = BulkAddress.NONE;
  private Instant asOf;
  private final String key = UUID.randomUUID().toString();
  private String value = "";
  private transient BulkPreview preview;
  private transient Bulk bulk;
  private transient List<Bulk> all;
  private transient List<BulkSkip> skips;
  private transient boolean read;
  private transient String trouble;

  protected BulkView() {}

  @Inject
  BulkView(@Seen BulkAdmin admin, @Seen JobSearch search, Rights rights) {
    this.admin = admin;
    this.search = search;
    this.rights = rights;
  }

  /** Begins with what the page's address says. */
  public void open() {
    Object request = FacesContext.getCurrentInstance().getExternalContext().getRequest();
    open(((HttpServletRequest) request).getParameterMap());
  }

  void open(Map<String, String[]> parameters) {
    address = BulkAddress.of(parameters);
    refresh();
  }

  /** Reads anew; keeps what was read last if that fails. */
  public void refresh() {
    read = true;
    trouble = null;
    carryOut(this::readAll);
  }

  private void readAll() {
    if (address.id() != null) {
      bulk = admin.bulk(address.id()).orElse(null);
      skips = bulk == null ? List.of() : admin.skips(bulk.id(), 0, SKIPS);
    } else if (address.action() != null) {
      // counted whatever the value will be
      BulkRequest counted = address.request(value, asOf, null);
      preview =
          reachable()
              .preview(
                  new BulkRequest(
                      new JobChange(BulkAction.CANCEL, null),
                      counted.filter(),
                      counted.selection(),
                      asOf,
                      null));
      asOf = preview.asOf();
    } else {
      all = admin.list(address.before(), PAGE + 1);
    }
  }

  /** Begins what was shown, and leads to its progress. */
  public void confirm() throws IOException {
    trouble = null;
    carryOut(
        () -> {
          BulkRequest request = address.request(value.strip(), asOf, key);
          bulk =
              act((bulks, actor) -> bulks.confirm(bulks.prepare(request, actor).id(), actor))
                  .orElseThrow();
        });
    if (trouble == null && bulk != null) {
      show(bulk.id());
    }
  }

  private static void show(UUID id) throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    external.redirect(external.getRequestContextPath() + "/queue-job/bulk.xhtml?id=" + id);
  }

  public void stop() {
    carryOut(() -> act((bulks, actor) -> bulks.stop(address.id(), actor)));
    readAgain();
  }

  public void resume() {
    carryOut(() -> act((bulks, actor) -> bulks.resume(address.id(), actor)));
    readAgain();
  }

  /** Undoes the one shown, and leads to the progress of that. */
  public void undo() throws IOException {
    UUID undo = undone();
    if (undo != null) {
      show(undo);
    }
  }

  /** The change that undoes the one shown; null if it was refused. */
  UUID undone() {
    UUID[] undo = {null};
    trouble = null;
    carryOut(
        () ->
            undo[0] =
                act((bulks, actor) -> bulks.undo(address.id(), actor)).map(Bulk::id).orElse(null));
    if (undo[0] == null) {
      readAgain();
    }
    return undo[0];
  }

  private Optional<Bulk> act(BiFunction<BulkAdmin, String, Optional<Bulk>> command) {
    return rights.act(AdminRole.OPERATOR, by -> command.apply(admin.within(by.reach()), by.name()));
  }

  /** What an operator could change; a viewer sees what the filter leaves. */
  private BulkAdmin reachable() {
    return rights.isOperator() ? admin.within(rights.reach(AdminRole.OPERATOR)) : admin;
  }

  private void readAgain() {
    String told = trouble;
    refresh();
    trouble = told == null ? trouble : told;
  }

  /** {@code one}, {@code prepare} or {@code list}. */
  public String getMode() {
    if (address.id() != null) {
      return "one";
    }
    return address.action() == null ? "list" : "prepare";
  }

  /** The action to be confirmed as part of a key of texts. */
  public String getAction() {
    return address.action() == null ? "" : address.action().name();
  }

  public boolean isValued() {
    return address.action() != null && address.action().isValued();
  }

  public String getValue() {
    return value;
  }

  public void setValue(String value) {
    this.value = value == null ? "" : value;
  }

  public String getFilter() {
    return address.filter();
  }

  public boolean isSelection() {
    return address.jobs() != null;
  }

  /** The filter to be confirmed, in words; a group of failures by what they have in common. */
  public List<Phrase> getPhrases() {
    return Phrase.shown(search, address.filter());
  }

  /** A filter in words; none if it cannot be read. */
  public List<Phrase> phrases(String filter) {
    return Phrase.all(search, filter);
  }

  /** How many jobs would be met; empty while unknown. */
  public String getCount() {
    return preview() == null
        ? ""
        : Counted.text(preview().jobs(), JobSearch.COUNTED + 1L).replace("100,001+", "100,000+");
  }

  public boolean isConfirmable() {
    return rights.isOperator() && preview() != null && preview().jobs() > 0;
  }

  /** The newest few of them. */
  public List<JobLine> getSample() {
    return preview() == null ? List.of() : preview().sample().stream().map(JobLine::new).toList();
  }

  /** The bulk change shown; null if there is none. */
  public BulkLine getBulk() {
    readOnce();
    return bulk == null ? null : new BulkLine(bulk);
  }

  public boolean isResting() {
    return getMode().equals("prepare")
        || (getMode().equals("one") && (getBulk() == null || !getBulk().underWay()));
  }

  public List<BulkSkip> getSkips() {
    readOnce();
    return skips == null ? List.of() : skips;
  }

  public List<BulkLine> getAll() {
    readOnce();
    return all == null ? List.of() : all.stream().limit(PAGE).map(BulkLine::new).toList();
  }

  /** Address of the next page; null if there is none. */
  public String getOlderAddress() {
    return all != null && all.size() > PAGE ? "?before=" + all.get(PAGE - 1).id() : null;
  }

  /** Why it could not be read or done; null if it was. */
  public String getTrouble() {
    return trouble;
  }

  private BulkPreview preview() {
    readOnce();
    return preview;
  }

  private void readOnce() {
    if (!read) {
      refresh();
    }
  }

  private void carryOut(Runnable command) {
    try {
      command.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Bulk changes", e);
      String own = Trouble.ownMessage(e);
      trouble = own == null ? "" : own;
    }
  }
}
