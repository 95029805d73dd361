package io.queuejob.web.jobs;

import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.JobPage;
import io.queuejob.web.StateWord;
import io.queuejob.web.Trouble;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.primefaces.PrimeFaces;

/** State of the job list: the filter, and what was read by it last. */
@Named("queueJobs")
@ViewScoped
public class JobsView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(JobsView.class.getName());

  private JobAdmin admin;
  private JobsQuery query = JobsQuery.FIRST;
  private transient JobPage page;
  private transient Map<String, Long> counts;
  private transient boolean unreadable;
  private transient String trouble;

  protected JobsView() {}

  @Inject
  JobsView(JobAdmin admin) {
    this.admin = admin;
  }

  /** Begins with the filter of the page's address. */
  public void open() {
    Object request = FacesContext.getCurrentInstance().getExternalContext().getRequest();
    open(((HttpServletRequest) request).getParameterMap());
  }

  void open(Map<String, String[]> parameters) {
    query = JobsQuery.of(parameters);
    refresh();
  }

  /** Reads anew by the same filter; keeps what was read last if that fails. */
  public void refresh() {
    try {
      page = admin.list(query.filter());
      counts = admin.countByState();
      unreadable = false;
      trouble = null;
    } catch (RuntimeException e) {
      LOG.log(unreadable ? Level.TRACE : Level.WARNING, "The list of jobs could not be read", e);
      unreadable = true;
      trouble = Trouble.ownMessage(e);
    }
  }

  /** Reads by the text just typed and tells the browser the address that shows the same. */
  public void search() {
    refresh();
    PrimeFaces.current().ajax().addCallbackParam("address", query.address());
  }

  public String getText() {
    return query.text();
  }

  public void setText(String text) {
    query = query.withText(text);
  }

  public List<JobLine> getLines() {
    return page() == null ? List.of() : page().rows().stream().map(JobLine::new).toList();
  }

  /** The seven states as switches. */
  public List<StateChip> getChips() {
    return Stream.of(StateWord.values()).map(this::chip).toList();
  }

  public boolean isShowingOpen() {
    return query.scope() == JobsQuery.Scope.OPEN;
  }

  public boolean isShowingAll() {
    return query.scope() == JobsQuery.Scope.ALL;
  }

  public boolean isNarrowed() {
    return query.isNarrowed();
  }

  public String getOpenAddress() {
    return query.open().address();
  }

  public String getAllAddress() {
    return query.all().address();
  }

  /** The channel shown with its subtree; empty for all. */
  public String getChannel() {
    return query.channel();
  }

  /** Address of this list, shown for one channel and its subtree. */
  public String channelAddress(String channel) {
    return query.withChannel(channel).address();
  }

  public boolean isFirstPage() {
    return query.after() == null;
  }

  public String getNewestAddress() {
    return query.newest().address();
  }

  public String getNewerAddress() {
    return query.newer().address();
  }

  public boolean isOlderThere() {
    return page() != null && page().more() && !page().rows().isEmpty();
  }

  /** Address of the page after the last row. */
  public String getOlderAddress() {
    List<JobLine> lines = getLines();
    return query.older(lines.get(lines.size() - 1).row().id()).address();
  }

  /** Whether the last reading failed. */
  public boolean isUnreadable() {
    return unreadable;
  }

  /** The product's own words for the failure; null if it has none. */
  public String getTrouble() {
    return trouble;
  }

  private JobPage page() {
    if (page == null && !unreadable) {
      refresh();
    }
    return page;
  }

  private StateChip chip(StateWord state) {
    Long count = counts == null ? null : counts.getOrDefault(state.word(), 0L);
    boolean pressed = query.chosen().contains(state);
    return new StateChip(state, count, pressed, query.toggled(state).address());
  }
}
