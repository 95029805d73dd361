package io.queuejob.web.access;

import io.queuejob.admin.reach.OutOfReachException;
import io.queuejob.admin.reach.Reach;
import io.queuejob.admin.reach.Reaches;
import io.queuejob.web.VisibleText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.util.Set;
import java.util.function.Function;

/** What the caller of this request may do, asked of the container at every command. */
@Named("queueJobRights")
@RequestScoped
public class Rights {
  private static final Logger LOG = System.getLogger(Rights.class.getName());

  /**
   * Request attribute with the caller's groups, a set of texts, where the login knows of groups
   * that are no roles of the container.
   */
  public static final String GROUPS = "io.queuejob.web.access.groups";

  private HttpServletRequest request;
  private Reaches reaches;

  protected Rights() {}

  @Inject
  Rights(HttpServletRequest request, Reaches reaches) {
    this.request = request;
    this.reaches = reaches;
  }

  /** The caller's name; empty if nobody is signed in. */
  public String caller() {
    Principal principal = request.getUserPrincipal();
    return principal == null ? "" : principal.getName();
  }

  /** Whether the caller has the rights of a role. */
  public boolean may(AdminRole role) {
    return role.isHeldBy(request::isUserInRole);
  }

  /** Where the caller has the rights of a role: nowhere without the role. */
  public Reach reach(AdminRole role) {
    Reach reach = Reach.NOWHERE;
    if (AdminRole.ADMINISTRATOR.isGivenTo(request::isUserInRole)) {
      reach = reaches.ofAdministrator(this::isMember);
    }
    if (role != AdminRole.ADMINISTRATOR && AdminRole.OPERATOR.isGivenTo(request::isUserInRole)) {
      reach = reach.and(reaches.ofOperator(this::isMember));
    }
    return reach;
  }

  /**
   * What the caller may see: all, unless a setting says where, and then also where the caller may
   * act.
   */
  public Reach sight() {
    Reach said = reaches.ofViewer(this::isMember);
    if (said.isEverywhere()) {
      return Reach.EVERYWHERE;
    }
    return may(AdminRole.VIEWER) ? said.and(reach(AdminRole.OPERATOR)) : Reach.NOWHERE;
  }

  /** Whether nothing is hidden from the caller. */
  public boolean isSeeingAll() {
    return sight().isEverywhere();
  }

  /**
   * Lets the caller see what tells of all channels at once.
   *
   * @throws RightMissingException if some are hidden from the caller
   */
  public void requireWholeSight() {
    Reach sight = sight();
    if (!sight.isEverywhere()) {
      throw told(RightMissingException.notSeen(caller(), sight));
    }
  }

  private boolean isMember(String group) {
    return request.isUserInRole(group)
        || (request.getAttribute(GROUPS) instanceof Set<?> groups && groups.contains(group));
  }

  /**
   * Gives a command in the caller's name and within the caller's channels. A refusal is logged and
   * answered as by {@link #require}.
   *
   * @param command is to be given within the reach that it is handed
   * @throws RightMissingException if the caller lacks the role, or it for what would be touched
   */
  public <T> T act(AdminRole role, Function<Caller, T> command) {
    String name = require(role);
    Reach reach = reach(role);
    if (reach.isNowhere()) {
      throw told(RightMissingException.nowhere(name, role));
    }
    try {
      return command.apply(new Caller(name, reach));
    } catch (OutOfReachException e) {
      throw told(RightMissingException.of(name, e));
    }
  }

  /**
   * As {@link #require}, for what concerns all channels at once.
   *
   * @throws RightMissingException also if the caller has the role for some channels only
   */
  public String requireEverywhere(AdminRole role) {
    String name = require(role);
    Reach reach = reach(role);
    if (!reach.isEverywhere()) {
      throw told(RightMissingException.notEverywhere(name, role, reach));
    }
    return name;
  }

  private RightMissingException told(RightMissingException refusal) {
    refused(refusal);
    return refusal;
  }

  /**
   * Lets a command go on. A refusal is in the log, with the caller, the command and the address; a
   * page answers it with status 403.
   *
   * @return the caller's name, for the audit
   * @throws RightMissingException if the caller lacks the role
   */
  public String require(AdminRole role) {
    if (!may(role)) {
      throw told(new RightMissingException(caller(), role));
    }
    return caller();
  }

  /** Leaves a trace, and tells a page's status; a REST resource tells it by the exception. */
  protected void refused(RightMissingException refusal) {
    LOG.log(
        Level.WARNING,
        "{0} Refused: {1} from {2}",
        VisibleText.firstLine(refusal.getMessage()),
        command(),
        request.getRemoteAddr());
    FacesContext faces = FacesContext.getCurrentInstance();
    if (faces != null && !faces.getExternalContext().isResponseCommitted()) {
      faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /** What was asked for: the address, and the button of a page. */
  private String command() {
    String source = request.getParameter("jakarta.faces.source");
    String asked = request.getMethod() + " " + request.getRequestURI();
    return VisibleText.firstLine(source == null ? asked : asked + " " + source);
  }

  /** Whether buttons that mend jobs are shown at all. */
  public boolean isOperator() {
    return !reach(AdminRole.OPERATOR).isNowhere();
  }

  /** Whether fields that change channels are shown at all. */
  public boolean isAdministrator() {
    return !reach(AdminRole.ADMINISTRATOR).isNowhere();
  }

  /** Whether buttons that mend a job or channel are shown, by the full path of the channel. */
  public boolean operates(String channel) {
    return reach(AdminRole.OPERATOR).covers(channel);
  }

  /** Whether fields that change a channel are shown. */
  public boolean administers(String channel) {
    return reach(AdminRole.ADMINISTRATOR).covers(channel);
  }

  /** Whether buttons that stop, resume or undo what stays in some channels are shown. */
  public boolean operatesAll(Reach channels) {
    return reach(AdminRole.OPERATOR).covers(channels);
  }

  /** Whether what is for all channels and operators is shown. */
  public boolean isOperatorEverywhere() {
    return reach(AdminRole.OPERATOR).isEverywhere();
  }

  /** Whether what is for all channels and administrators is shown. */
  public boolean isAdministratorEverywhere() {
    return reach(AdminRole.ADMINISTRATOR).isEverywhere();
  }

  /** The channels that the caller may mend jobs in; null for all. */
  public String getChannels() {
    Reach reach = reach(AdminRole.OPERATOR);
    return reach.isEverywhere() ? null : VisibleText.of(reach.toString());
  }
}
