package io.queuejob.console;

import io.queuejob.web.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.ResourceBundle;

/** The console's own texts in the language that a person chose or their browser asks for. */
public final class Texts {
  private static final ResourceBundle.Control NO_DEFAULT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Texts() {}

  /** The texts for a request. */
  public static ResourceBundle of(HttpServletRequest request) {
    return of(Language.of(request).locale());
  }

  static ResourceBundle of(Locale locale) {
    return ResourceBundle.getBundle(
        "io.queuejob.console.texts", locale, Texts.class.getClassLoader(), NO_DEFAULT);
  }
}
