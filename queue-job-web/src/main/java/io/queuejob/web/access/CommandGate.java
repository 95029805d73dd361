package io.queuejob.web.access;

import io.queuejob.web.VisibleText;
import jakarta.faces.component.ActionSource;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Refuses forms of other sites, links that would press a button, and buttons that somebody presses
 * although the page does not show them for lack of a right: Faces pays those no heed by itself, but
 * says nothing. By whatever mapping of the Faces servlet the pages are reached.
 */
public class CommandGate implements PhaseListener {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(CommandGate.class.getName());

  /** Attribute of parts of pages: whether the caller has the right that their buttons need. */
  private static final String RIGHT = "queueJobRight";

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RESTORE_VIEW;
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    FacesContext faces = event.getFacesContext();
    UIViewRoot root = faces.getViewRoot();
    if (faces.getResponseComplete() || root == null || !AccessGate.isOfAdmin(root.getViewId())) {
      return;
    }
    ExternalContext external = faces.getExternalContext();
    if (!(external.getRequest() instanceof HttpServletRequest request)) {
      return;
    }
    boolean reading = READING.contains(request.getMethod());
    if (reading && !faces.isPostback()) {
      return;
    }
    // Faces presses buttons for whoever asks with the state of a view, a mere link included
    if (reading || SameOrigin.isForeign(request)) {
      ForgeryGate.log(request);
      refuse(faces);
    } else if (!AdminRole.OPERATOR.isHeldBy(external::isUserInRole)) {
      hiddenButton(faces, request, CommandGate::isShown);
    } else {
      hiddenButton(faces, request, CommandGate::isAllowed);
    }
  }

  private static void hiddenButton(
      FacesContext faces, HttpServletRequest request, Predicate<UIComponent> isFree) {
    String source = request.getParameter("jakarta.faces.source");
    Set<String> asked = source == null ? request.getParameterMap().keySet() : Set.of(source);
    for (String id : asked) {
      boolean[] hidden = new boolean[1];
      faces
          .getViewRoot()
          .invokeOnComponent(
              faces,
              id,
              (context, found) -> hidden[0] = found instanceof ActionSource && !isFree.test(found));
      if (hidden[0]) {
        LOG.log(
            Level.WARNING,
            "QJ7192 ''{0}'' from {1} pressed {2} of {3}, which the page does not show for lack"
                + " of a right; refused",
            VisibleText.firstLine(String.valueOf(request.getRemoteUser())),
            request.getRemoteAddr(),
            VisibleText.firstLine(id),
            VisibleText.firstLine(request.getRequestURI()));
        refuse(faces);
        return;
      }
    }
  }

  private static boolean isShown(UIComponent component) {
    try {
      for (UIComponent one = component; one != null; one = one.getParent()) {
        if (!one.isRendered()) {
          return false;
        }
      }
      return true;
    } catch (RuntimeException cannotBeShown) {
      return false;
    }
  }

  /** Buttons come and go with the state of a job; those that a right hides say so. */
  private static boolean isAllowed(UIComponent component) {
    try {
      for (UIComponent one = component; one != null; one = one.getParent()) {
        if (Boolean.FALSE.equals(one.getAttributes().get(RIGHT))) {
          return false;
        }
      }
      return true;
    } catch (RuntimeException cannotBeAsked) {
      return false;
    }
  }

  private static void refuse(FacesContext faces) {
    try {
      faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, null);
      faces.responseComplete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
