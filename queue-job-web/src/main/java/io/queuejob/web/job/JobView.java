package io.queuejob.web.job;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.JobDetail;
import io.queuejob.api.related.Related;
import io.queuejob.web.StrictUuid;
import io.queuejob.web.Trouble;
import io.queuejob.web.VisibleText;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.Rights;
import io.queuejob.web.jobs.JobLine;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** State of the page of one job. */
@Named("queueJob")
@ViewScoped
public class JobView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(JobView.class.getName());
  private static final int LONGEST_TEXT = 200_000;

  private JobAdmin admin;
  private Rights rights;
  private String address = "";
  private transient JobDetail job;
  private transient boolean read;
  private transient boolean unreadable;
  private transient String trouble;
  private transient String revealed;

  protected JobView() {}

  @Inject
  JobView(JobAdmin admin, Rights rights) {
    this.admin = admin;
    this.rights = rights;
  }

  /** The uuid of the page's address, as given. */
  public String getUuid() {
    return address;
  }

  public void setUuid(String uuid) {
    this.address = uuid == null ? "" : uuid;
  }

  /** Reads the job of the page's address; answers 404 if there is none. */
  public void open() {
    refresh();
    if (job == null && !unreadable) {
      ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
      external.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** Reads the job anew; keeps what was read last if that fails. */
  public void refresh() {
    try {
      job = parsed().flatMap(admin::job).orElse(null);
      unreadable = false;
      trouble = null;
    } catch (RuntimeException e) {
      LOG.log(unreadable ? Level.TRACE : Level.WARNING, "A job could not be read", e);
      unreadable = true;
      trouble = Trouble.ownMessage(e);
    }
    read = true;
  }

  public void requeue() {
    command(JobCommand.REQUEUE);
  }

  public void cancel() {
    command(JobCommand.CANCEL);
  }

  /** Shows the arguments in full, this once; who sees them is kept in the audit. */
  public void reveal() {
    try {
      rights.require(AdminRole.ADMINISTRATOR);
      String actor = rights.caller();
      revealed = parsed().flatMap(uuid -> admin.reveal(uuid, actor)).orElse(null);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Arguments could not be revealed", e);
      FacesContext.getCurrentInstance()
          .addMessage(null, CommandNotice.failed(Trouble.ownMessage(e)));
    }
    refresh();
  }

  /** Whether there is something to reveal, and the caller may. */
  public boolean isRevealOffered() {
    return revealed == null && rights.isAdministrator() && getJob().hasSecrets();
  }

  public void setDone() {
    command(JobCommand.SET_DONE);
  }

  /** The job; null if there is none or it could not be read. */
  public JobDetail getJob() {
    if (!read) {
      refresh();
    }
    return job;
  }

  /** What the list shows of the job. */
  public JobLine getLine() {
    return new JobLine(getJob().row());
  }

  /** Whether the page need not look again by itself. */
  public boolean isResting() {
    return getJob() == null || getLine().state().isResting();
  }

  public boolean isRequeueOffered() {
    return isOffered(JobCommand.REQUEUE);
  }

  public boolean isCancelOffered() {
    return isOffered(JobCommand.CANCEL);
  }

  public boolean isSetDoneOffered() {
    return isOffered(JobCommand.SET_DONE);
  }

  public String getArguments() {
    return shown(JsonText.pretty(revealed == null ? getJob().arguments() : revealed));
  }

  public String getContext() {
    return shown(JsonText.pretty(getJob().context()));
  }

  public String getResult() {
    return shown(JsonText.pretty(getJob().result()));
  }

  public String getCaller() {
    return VisibleText.of(getJob().caller());
  }

  /** What the job is about, fit to show. */
  public List<Related> getRelated() {
    return getJob().related().stream()
        .map(one -> new Related(VisibleText.of(one.label()), one.url()))
        .toList();
  }

  /** The last failure of a job that is not over it; null if there is none. */
  public HistoryEntry.Failure getFailure() {
    JobDetail shown = getJob();
    return HistoryEntry.Failure.ofNullable(
        shown.errorClass(), shown.row().error(), shown.stackTrace());
  }

  /** How long the last run took; null if none has ended. */
  public String getRunLength() {
    return Span.between(getJob().started(), getJob().row().finished());
  }

  public List<HistoryEntry> getHistory() {
    return History.of(getJob());
  }

  public boolean isUnreadable() {
    return unreadable;
  }

  /** The product's own words for the failure to read; null if it has none. */
  public String getTrouble() {
    return trouble;
  }

  private boolean isOffered(JobCommand command) {
    return rights.isOperator() && command.isOfferedIn(getLine().state());
  }

  private void command(JobCommand command) {
    FacesContext faces = FacesContext.getCurrentInstance();
    try {
      rights.require(AdminRole.OPERATOR);
      String actor = rights.caller();
      Optional<CommandResult> result = parsed().map(uuid -> command.run(admin, uuid, actor));
      result.map(CommandNotice::of).ifPresent(notice -> faces.addMessage(null, notice));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A command failed", e);
      faces.addMessage(null, CommandNotice.failed(Trouble.ownMessage(e)));
    }
    refresh();
  }

  private Optional<UUID> parsed() {
    return StrictUuid.parse(address);
  }

  private static String shown(String text) {
    if (text == null || text.length() <= LONGEST_TEXT) {
      return VisibleText.of(text);
    }
    return VisibleText.of(text.substring(0, LONGEST_TEXT)) + "…";
  }
}
