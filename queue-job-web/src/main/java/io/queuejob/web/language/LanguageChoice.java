package io.queuejob.web.language;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The language of this request, and the way to another one. */
@Named("queueJobLanguage")
@RequestScoped
public class LanguageChoice {
  private HttpServletRequest request;

  protected LanguageChoice() {}

  @Inject
  LanguageChoice(HttpServletRequest request) {
    this.request = request;
  }

  /** The language spoken. */
  public Language getCurrent() {
    return Language.of(request);
  }

  /** Its locale, for the page as a whole. */
  public Locale getLocale() {
    return getCurrent().locale();
  }

  /** All languages to choose from. */
  public List<Language> getAll() {
    return List.of(Language.values());
  }

  /** A whole number as the reader's language writes it. */
  public String number(long value) {
    return Figures.whole(value);
  }

  /** Keeps the choice and shows the same page again, with the address that it had. */
  public void choose(Language language) throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    ((HttpServletResponse) external.getResponse()).addCookie(language.cookie(request));
    external.redirect(pageOf(request.getHeader("Referer"), request));
  }

  /** Path and query of the page that posted, if it is one of the admin; else the page itself. */
  private static String pageOf(String referer, HttpServletRequest request) {
    String folder = request.getContextPath() + "/queue-job/";
    return pageOf(referer, folder, request.getRequestURI());
  }

  static String pageOf(String referer, String folder, String otherwise) {
    try {
      URI from = URI.create(referer == null ? "" : referer);
      String path = from.getRawPath();
      if (path == null || !path.startsWith(folder) || path.contains("..")) {
        return otherwise;
      }
      return from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
    } catch (IllegalArgumentException e) {
      return otherwise;
    }
  }
}
