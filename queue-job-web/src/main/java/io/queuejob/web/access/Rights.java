package io.queuejob.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

/** What the caller of this request may do, asked of the container at every command. */
@Named("queueJobRights")
@RequestScoped
public class Rights {
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

  /** Lets a command go on. @throws RightMissingException if the caller lacks the role */
  public void require(AdminRole role) {
    if (!may(role)) {
      throw new RightMissingException(caller(), role);
    }
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
