package io.queuejob.web.access;

import jakarta.faces.FacesException;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Lets only who may see it into the admin's pages, by whatever mapping of the Faces servlet they
 * are asked for: an address pattern alone would miss {@code /faces/queue-job/…} and the like. Pages
 * of the surrounding application are none of its business.
 */
public class AccessGate implements PhaseListener {
  private static final long serialVersionUID = 1L;
  private static final String FOLDER = "/queue-job/";

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RESTORE_VIEW;
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    FacesContext faces = event.getFacesContext();
    if (faces.getViewRoot() == null) {
      return;
    }
    ExternalContext external = faces.getExternalContext();
    int status =
        answerTo(
            faces.getViewRoot().getViewId(), AdminRole.VIEWER.isHeldBy(external::isUserInRole));
    if (status != HttpServletResponse.SC_OK) {
      refuse(faces, status);
    }
  }

  /** 200 lets the request go on; fragments of pages are no pages: 404. */
  static int answerTo(String viewId, boolean maySee) {
    if (!isOfAdmin(viewId)) {
      return HttpServletResponse.SC_OK;
    }
    if (!maySee) {
      return HttpServletResponse.SC_FORBIDDEN;
    }
    return Screen.is(viewId) ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND;
  }

  /** Whether a view is in the admin's folder. */
  static boolean isOfAdmin(String viewId) {
    return viewId != null && viewId.startsWith(FOLDER);
  }

  private static void refuse(FacesContext faces, int status) throws FacesException {
    try {
      faces.getExternalContext().responseSendError(status, null);
      faces.responseComplete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
