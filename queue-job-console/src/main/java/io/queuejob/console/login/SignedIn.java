package io.queuejob.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Set;

/**
 * The mark of a login in the session.
 *
 * @param name the caller's name
 * @param groups the caller's groups
 */
public record SignedIn(String name, Set<String> groups) implements Serializable {
  private static final String ATTRIBUTE = SignedIn.class.getName();

  public SignedIn {
    groups = Set.copyOf(groups);
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
