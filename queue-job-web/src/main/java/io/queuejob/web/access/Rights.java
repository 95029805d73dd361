package io.queuejob.web.access;

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

/** What the caller of this request may do, asked of the container at every command. */
@Named("queueJobRights")
@RequestScoped
public class Rights {
  private static final Logger LOG = System.getLogger(Rights.class.getName());

  private HttpServletRequest request;

  protected Rights() {}

  @Inject
  Rights(HttpServletRequest request) {
    this.request = request;
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

  /**
   * Lets a command go on. A refusal is in the log, with the caller, the command and the address; a
   * page answers it with status 403.
   *
   * @return the caller's name, for the audit
   * @throws RightMissingException if the caller lacks the role
   */
  public String require(AdminRole role) {
    if (!may(role)) {
      RightMissingException refusal = new RightMissingException(caller(), role);
      refused(refusal);
      throw refusal;
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

  /** Whether buttons that mend jobs are shown. */
  public boolean isOperator() {
    return may(AdminRole.OPERATOR);
  }

  /** Whether fields that change the queue are shown. */
  public boolean isAdministrator() {
    return may(AdminRole.ADMINISTRATOR);
  }
}
