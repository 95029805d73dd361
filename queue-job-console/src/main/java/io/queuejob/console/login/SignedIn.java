package io.queuejob.console.login;

import io.queuejob.web.access.Rights;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Set;

/**
 * The mark of a login in the session.
 *
 * @param name the caller's name
 * @param roles names of the caller's roles, which are groups for the container
 * @param memberOf the caller's groups, as whoever knows the caller tells them
 */
public record SignedIn(String name, Set<String> roles, Set<String> memberOf)
    implements Serializable {
  private static final String ATTRIBUTE = SignedIn.class.getName();

  /** A session of an older version lacks some of it, and is worth no right. */
  public SignedIn {
    roles = roles == null ? Set.of() : Set.copyOf(roles);
    memberOf = memberOf == null ? Set.of() : Set.copyOf(memberOf);
  }

  /** Tells the pages and REST of a request whose rights count. */
  AuthenticationStatus tell(HttpServletRequest request, HttpMessageContext context) {
    request.setAttribute(Rights.GROUPS, memberOf);
    return context.notifyContainerAboutLogin(name, roles);
  }

  /** The mark of the request's session; null if there is none. */
  static SignedIn of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? null : (SignedIn) session.getAttribute(ATTRIBUTE);
  }

  /**
   * Signs in: begins a session under a new id: one that somebody planted before the login is worth
   * nothing.
   */
  public void begin(HttpServletRequest request) {
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    request.getSession(true).setAttribute(ATTRIBUTE, this);
  }
}
