package io.queuejob.web.job;

import io.queuejob.admin.CommandResult;
import io.queuejob.web.VisibleText;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.util.ResourceBundle;

/** What came of a command, as a message on the page. */
public final class CommandNotice {
  private CommandNotice() {}

  /** The answer of the engine. */
  public static FacesMessage of(CommandResult result) {
    String title = text("verdict." + result.verdict().name());
    return new FacesMessage(severity(result.verdict()), title, VisibleText.of(result.message()));
  }

  /** The command could not be carried to the engine. */
  public static FacesMessage failed(String ownWords) {
    String detail = ownWords == null ? text("trouble.command") : ownWords;
    return new FacesMessage(FacesMessage.SEVERITY_ERROR, text("verdict.FAILED"), detail);
  }

  static FacesMessage.Severity severity(CommandResult.Verdict verdict) {
    return switch (verdict) {
      case DONE, REQUESTED -> FacesMessage.SEVERITY_INFO;
      case REFUSED -> FacesMessage.SEVERITY_WARN;
      case NOT_FOUND -> FacesMessage.SEVERITY_ERROR;
    };
  }

  private static String text(String key) {
    FacesContext faces = FacesContext.getCurrentInstance();
    ResourceBundle texts = faces.getApplication().getResourceBundle(faces, "queueJobText");
    return texts.getString(key);
  }
}
