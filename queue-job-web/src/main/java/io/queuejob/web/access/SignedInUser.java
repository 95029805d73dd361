package io.queuejob.web.access;

import io.queuejob.web.VisibleText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Who is signed in, and the way out. */
@Named("queueJobUser")
@RequestScoped
public class SignedInUser {

  /** The caller's name; empty if nobody is signed in. */
  public String getName() {
    String name = FacesContext.getCurrentInstance().getExternalContext().getRemoteUser();
    return name == null ? "" : VisibleText.of(name);
  }

  /** Ends the session and leads to the start page, where the login asks again. */
  public void signOut() throws ServletException, IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    ((HttpServletRequest) external.getRequest()).logout();
    external.invalidateSession();
    external.redirect(external.getRequestContextPath() + "/");
  }
}
