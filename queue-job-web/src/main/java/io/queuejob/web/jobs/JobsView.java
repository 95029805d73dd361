package io.queuejob.web.jobs;

import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.search.FilterException;
import io.queuejob.admin.search.JobGroups;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.admin.search.SearchPage;
import io.queuejob.web.StateWord;
import io.queuejob.web.Trouble;
import io.queuejob.web.sight.Seen;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.primefaces.PrimeFaces;

/** State of the job list: the filter, and what was read by it last. */
@Named("queueJobs")
@ViewScoped
public class JobsView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(JobsView.class.getName());

  private JobSearch search;
  private JobAdmin admin;
  private JobsQuery query = JobsQuery.FIRST;
  private transient SearchPage page;
  private transient JobGroups groups;
  private transient Map<String, Long> counts;
  private transient List<Suggestion> suggestions;
  private transient String typed;
  private transient boolean unreadable;
  private transient String fault;
  private transient String trouble;

  protected JobsView() {}

  @Inject
  JobsView(@Seen JobSearch search, @Seen JobAdmin admin) {
    this.search = search;
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
      read();
      counts = admin.countByState();
      unreadable = false;
      trouble = null;
    } catch (RuntimeException e) {
      LOG.log(unreadable ? Level.TRACE : Level.WARNING, "The list of jobs could not be read", e);
      unreadable = true;
      trouble = Trouble.ownMessage(e);
    }
  }

  private void read() {
    fault = null;
    try {
      if (query.by() == null) {
        page = search.page(query.filter(), query.after(), JobsQuery.PAGE);
      } else {
        groups = search.groups(query.filter(), query.by());
      }
    } catch (FilterException e) {
      fault = Trouble.ownMessage(e);
    }
  }

  /** Reads by the line just typed and tells the browser the address that shows the same. */
  public void search() {
    refresh();
    suggestions = null;
    PrimeFaces.current().ajax().addCallbackParam("address", query.address());
  }

  public String getLine() {
    return query.line();
  }

  public void setLine(String line) {
    typed = line;
    if (!query.line().equals(line)) {
      query = query.withLine(line);
    }
  }

  /** What the line may become. */
  public List<Suggestion> getSuggestions() {
    if (suggestions == null) {
      suggestions = completed();
    }
    return suggestions;
  }

  private List<Suggestion> completed() {
    try {
      return search.completions(typed == null ? query.line() : typed).stream()
          .map(Suggestion::of)
          .toList();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "The filter line could not be completed", e);
      return List.of();
    }
  }

  /** What is wrong with the line; null if nothing. */
  public String getFault() {
    return fault;
  }

  /** The whole filter as one line. */
  public String getFilter() {
    return query.filter();
  }

  public List<JobLine> getLines() {
    return page() == null ? List.of() : page().rows().stream().map(JobLine::new).toList();
  }

  /** What the jobs are grouped by, as a word; empty for the list. */
  public String getBy() {
    return query.by() == null ? "" : query.by().name().toLowerCase(Locale.ROOT);
  }

  /** Address of the same jobs in groups, or as a list for an empty word. */
  public String byAddress(String word) {
    return query
        .groupedBy(word.isEmpty() ? null : JobGroups.By.valueOf(word.toUpperCase(Locale.ROOT)))
        .address();
  }

  /** The groups; null if they could not be read. */
  public List<GroupLine> getGroups() {
    if (groups == null) {
      return List.of();
    }
    return groups.groups().stream()
        .map(
            one -> {
              JobsQuery within = query.within(one.filter());
              return new GroupLine(one, within.address(), within.filter());
            })
        .toList();
  }

  /** Whether there are more than were counted. */
  public boolean isMoreThanCounted() {
    return groups != null && groups.more();
  }

  /** The seven states as switches. */
  public List<StateChip> getChips() {
    return Stream.of(StateWord.values()).map(this::chip).toList();
  }

  public boolean isShowingOpen() {
    return query.scope() == JobsQuery.Scope.OPEN && query.pressed().isEmpty();
  }

  public boolean isShowingAll() {
    return query.scope() == JobsQuery.Scope.ALL && query.pressed().isEmpty();
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

  /** Address of this list as it is. */
  public String getAddress() {
    return query.address();
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
    return page() != null && page().next() != null && !page().further();
  }

  /** Whether the newest jobs were looked at, and older ones may match, too. */
  public boolean isFurtherThere() {
    return page() != null && page().further();
  }

  /** Address of the page after the last row, or of what was not looked at yet. */
  public String getOlderAddress() {
    return query.older(page().next()).address();
  }

  /** Whether the last reading failed. */
  public boolean isUnreadable() {
    return unreadable;
  }

  /** The product's own words for the failure; null if it has none. */
  public String getTrouble() {
    return trouble;
  }

  private SearchPage page() {
    if (page == null && !unreadable && fault == null && query.by() == null) {
      refresh();
    }
    return page;
  }

  private StateChip chip(StateWord state) {
    Long count = counts == null ? null : counts.getOrDefault(state.word(), 0L);
    boolean pressed = query.pressed().contains(state);
    return new StateChip(state, count, pressed, query.toggled(state).address());
  }
}
