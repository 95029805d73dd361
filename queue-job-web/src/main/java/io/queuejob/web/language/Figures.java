package io.queuejob.web.language;

import jakarta.faces.context.FacesContext;
import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as the reader's language writes them. */
public final class Figures {
  private Figures() {}

  /** A whole number, such as {@code 12,408} in English. */
  public static String whole(long value) {
    return whole(value, locale());
  }

  static String whole(long value, Locale locale) {
    return NumberFormat.getIntegerInstance(locale).format(value);
  }

  /** A number with one decimal, such as {@code 3.0} in English. */
  public static String tenths(double value) {
    return tenths(value, locale());
  }

  static String tenths(double value, Locale locale) {
    return String.format(locale, "%.1f", value);
  }

  /** The language of the page that is being made; English outside of one. */
  private static Locale locale() {
    FacesContext faces = page();
    return faces == null || faces.getViewRoot() == null
        ? Locale.ENGLISH
        : faces.getViewRoot().getLocale();
  }

  private static FacesContext page() {
    try {
      return FacesContext.getCurrentInstance();
    } catch (NoClassDefFoundError e) { // no server with Faces around: no page, either
      return null;
    }
  }
}
