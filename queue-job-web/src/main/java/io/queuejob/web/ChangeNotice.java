package io.queuejob.web;

import io.queuejob.admin.CommandResult;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.util.ResourceBundle;

/** What came of a change of channels or nodes, as a message on the page. */
public final class ChangeNotice {
  private ChangeNotice() {}

  /** Shows an answer of the engine. */
  public static void show(CommandResult result) {
    boolean done = result.verdict() == CommandResult.Verdict.DONE;
    add(
        done ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_WARN,
        text(done ? "verdict.DONE" : "verdict.REFUSED"),
        VisibleText.of(result.message()));
  }

  /** Shows that a change was refused or failed: in the product's own words, or in general ones. */
  public static void failed(RuntimeException failure) {
    String own = Trouble.ownMessage(failure);
    add(
        FacesMessage.SEVERITY_ERROR,
        text("verdict.FAILED"),
        own == null ? text("trouble.change") : own);
  }

  private static void add(FacesMessage.Severity severity, String title, String detail) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, title, detail));
  }

  private static String text(String key) {
    FacesContext faces = FacesContext.getCurrentInstance();
    ResourceBundle texts = faces.getApplication().getResourceBundle(faces, "queueJobText");
    return texts.getString(key);
  }
}
