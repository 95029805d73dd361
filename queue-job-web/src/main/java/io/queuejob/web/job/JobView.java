package io.queuejob.web.job;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.JobDetail;
import io.queuejob.admin.job.JobCopy;
import io.queuejob.admin.job.JobDossier;
import io.queuejob.web.StrictUuid;
import io.queuejob.web.Trouble;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.Caller;
import io.queuejob.web.access.Rights;
import io.queuejob.web.jobs.JobLine;
import io.queuejob.web.sight.Seen;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.primefaces.PrimeFaces;

/** State of the page of one job: what was read last, what a person may do, and does. */
@Named("queueJob")
@ViewScoped
public class JobView implements Serializable {
  private static final long serialVersionUID = 2L;
  private static final Logger LOG = System.getLogger(JobView.class.getName());

  private JobAdmin admin;
  private JobDossier dossier;
  private Rights rights;
  private String address = "";
  private final Map<Panel, Integer> shown = new EnumMap<>(Panel.class);
  private transient JobSnapshot job;
  private transient boolean read;
  private transient boolean unreadable;
  private transient String trouble;
  private transient UUID copy;
  private transient String revealed;
  private transient JobSnapshot.Revealed revealedResult;

  protected JobView() {}

  @Inject
  JobView(@Seen JobAdmin admin, @Seen JobDossier dossier, Rights rights) {
    this.admin = admin;
    this.dossier = dossier;
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
    read();
    changed();
    if (job == null && !unreadable) {
      ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
      external.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** Reads the job anew and has those panels written whose content is another one. */
  public void refresh() {
    boolean wasUnreadable = unreadable;
    boolean was = job != null;
    read();
    Set<Panel> changed = changed();
    if (wasUnreadable != unreadable || was != (job != null)) {
      PrimeFaces.current().ajax().update("job:all");
      return;
    }
    changed.forEach(panel -> PrimeFaces.current().ajax().update(panel.id()));
  }

  /** Reads the job anew; keeps what was read last if that fails. */
  void read() {
    try {
      job = parsed().flatMap(uuid -> JobSnapshot.of(uuid, admin, dossier)).orElse(null);
      unreadable = false;
      trouble = null;
    } catch (RuntimeException e) {
      LOG.log(unreadable ? Level.TRACE : Level.WARNING, "A job could not be read", e);
      unreadable = true;
      trouble = Trouble.ownMessage(e);
    }
    read = true;
  }

  /** Panels that show something else than before. */
  Set<Panel> changed() {
    return job == null ? Set.of() : job.changedSince(shown);
  }

  public void requeue() {
    command(JobCommand.REQUEUE);
  }

  public void requeueFrom() {
    command(JobCommand.REQUEUE_FROM);
  }

  public void cancel() {
    command(JobCommand.CANCEL);
  }

  public void cancelAlone() {
    command(JobCommand.CANCEL_ALONE);
  }

  /** Shows the arguments in full, this once; who sees them is kept in the audit. */
  public void reveal() {
    revealing(() -> revealed = parsed().flatMap(this::revealed).orElse(null));
    read();
  }

  /** Shows the result in full, until the job has another one. */
  public void revealResult() {
    read();
    revealing(
        () ->
            revealedResult =
                JobSnapshot.Revealed.of(parsed().flatMap(this::revealedResult), getJob()));
  }

  private void revealing(Runnable reveal) {
    try {
      reveal.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "What is secret could not be revealed", e);
      FacesContext.getCurrentInstance()
          .addMessage(null, CommandNotice.failed(Trouble.ownMessage(e)));
    }
  }

  /** Whether there is something to reveal, and the caller may. */
  public boolean isRevealOffered() {
    return revealed == null && isRevealable() && getJob().hasSecrets();
  }

  private Optional<String> revealed(UUID uuid) {
    return rights.act(
        AdminRole.ADMINISTRATOR, by -> admin.within(by.reach()).reveal(uuid, by.name()));
  }

  private Optional<String> revealedResult(UUID uuid) {
    return rights.act(
        AdminRole.ADMINISTRATOR, by -> admin.within(by.reach()).revealResult(uuid, by.name()));
  }

  /** Whether something of the result is masked, and the caller may have it shown. */
  public boolean isRevealResultOffered() {
    return isRevealable() && getJob().secretResult() && !isResultRevealed();
  }

  private boolean isResultRevealed() {
    return revealedResult != null && revealedResult.isOf(getJob());
  }

  public void setDone() {
    command(JobCommand.SET_DONE);
  }

  /** Runs the job again as a copy, to which the page then leads. */
  public void copy() {
    command(JobCommand.COPY);
  }

  JobSnapshot snapshot() {
    if (!read) {
      read();
    }
    return job;
  }

  /** The job; null if there is none or it could not be read. */
  public JobDetail getJob() {
    JobSnapshot last = snapshot();
    return last == null ? null : last.detail();
  }

  public JobLine getLine() {
    return new JobLine(getJob().row());
  }

  public boolean isRequeueOffered() {
    return isOffered(JobCommand.REQUEUE);
  }

  /** Offered where something lies downstream. */
  public boolean isRequeueFromOffered() {
    return isOffered(JobCommand.REQUEUE_FROM) && snapshot().children() > 0;
  }

  public boolean isCancelOffered() {
    return isOffered(JobCommand.CANCEL);
  }

  /** Offered where others would be cancelled with it. */
  public boolean isCancelAloneOffered() {
    return isOffered(JobCommand.CANCEL_ALONE) && snapshot().hasWaiting();
  }

  public boolean isSetDoneOffered() {
    return isOffered(JobCommand.SET_DONE);
  }

  /** Whether priority, earliest start and channel can be changed: while it waits. */
  public boolean isChangeOffered() {
    return isOperable() && getLine().state().isWaiting();
  }

  public boolean isCopyOffered() {
    return isOffered(JobCommand.COPY);
  }

  /** The stored call, secrets in full if they were just revealed. */
  String arguments() {
    return revealed == null ? getJob().arguments() : revealed;
  }

  /** The result, secrets in full if they were just revealed. */
  String result() {
    return isResultRevealed() ? revealedResult.text() : getJob().result();
  }

  public UUID getCopy() {
    return copy;
  }

  public boolean isUnreadable() {
    return unreadable;
  }

  /** The product's own words for the failure to read; null if it has none. */
  public String getTrouble() {
    return trouble;
  }

  private boolean isOffered(JobCommand command) {
    return isOperable() && command.isOfferedIn(getLine().state());
  }

  /** Whether the caller may give commands upon the job, if its state allows any. */
  public boolean isOperable() {
    return getJob() == null || rights.operates(getJob().row().channel());
  }

  /** Whether the caller may see secret arguments of the job, if there are any. */
  public boolean isRevealable() {
    return getJob() == null || rights.administers(getJob().row().channel());
  }

  private void command(JobCommand command) {
    FacesContext faces = FacesContext.getCurrentInstance();
    copy = null;
    try {
      rights.require(AdminRole.OPERATOR);
      parsed()
          .map(uuid -> rights.act(AdminRole.OPERATOR, by -> run(command, uuid, by)))
          .map(CommandNotice::of)
          .ifPresent(notice -> faces.addMessage(null, notice));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A command failed", e);
      faces.addMessage(null, CommandNotice.failed(Trouble.ownMessage(e)));
    }
    PrimeFaces.current().ajax().update("job:notices");
    refresh();
  }

  private CommandResult run(JobCommand command, UUID uuid, Caller by) {
    JobDossier reachable = dossier.within(by.reach());
    if (command != JobCommand.COPY) {
      return command.run(admin.within(by.reach()), reachable, uuid, by.name());
    }
    JobCopy made = reachable.copy(uuid, by.name());
    copy = made.uuid();
    return made.result();
  }

  private Optional<UUID> parsed() {
    return StrictUuid.parse(address);
  }
}
