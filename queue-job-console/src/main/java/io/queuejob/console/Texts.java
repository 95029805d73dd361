package io.queuejob.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.ResourceBundle;

/** The console's own texts in the language that a browser asks for, as far as there is one. */
public final class Texts {
  private static final ResourceBundle.Control NO_DEFAULT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Texts() {}

  /** The texts for a request. */
  public static ResourceBundle of(HttpServletRequest request) {
    return of(request.getLocale());
  }

  static ResourceBundle of(Locale locale) {
    return ResourceBundle.getBundle(
        "io.queuejob.console.texts", locale, Texts.class.getClassLoader(), NO_DEFAULT);
  }
}
