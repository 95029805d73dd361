package io.queuejob.web.language;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages that the admin speaks. */
public enum Language {
  ENGLISH("en", "English"),
  GERMAN("de", "Deutsch"),
  FRENCH("fr", "Français"),
  SPANISH("es", "Español");

  /** Name of the cookie that keeps a person's choice. */
  public static final String COOKIE = "queue-job-language";

  private static final int YEAR_SECONDS = 365 * 24 * 3600;

  private final String tag;
  private final String ownName;

  Language(String tag, String ownName) {
    this.tag = tag;
    this.ownName = ownName;
  }

  /** The language of a tag such as {@code de}; empty if the admin does not speak it. */
  public static Optional<Language> of(String tag) {
    return Stream.of(values()).filter(one -> one.tag.equals(tag)).findFirst();
  }

  /** What a request is answered in. */
  public static Language of(HttpServletRequest request) {
    List<Locale> accepted =
        request.getHeader("Accept-Language") == null
            ? List.of()
            : Collections.list(request.getLocales());
    return of(chosen(request), accepted);
  }

  /** The chosen language, else the first accepted one that is spoken, else English. */
  static Language of(String chosen, List<Locale> accepted) {
    return Stream.concat(Stream.ofNullable(chosen), accepted.stream().map(Locale::getLanguage))
        .flatMap(tag -> of(tag).stream())
        .findFirst()
        .orElse(ENGLISH);
  }

  private static String chosen(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? null
        : Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .findFirst()
            .orElse(null);
  }

  /** Keeps this choice for a year, for the application of a request. */
  public Cookie cookie(HttpServletRequest request) {
    Cookie cookie = new Cookie(COOKIE, tag);
    cookie.setPath(request.getContextPath().isEmpty() ? "/" : request.getContextPath());
    cookie.setMaxAge(YEAR_SECONDS);
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }

  /** Its tag, such as {@code de}. */
  public String getTag() {
    return tag;
  }

  /** Its name in itself. */
  public String getOwnName() {
    return ownName;
  }

  /** The locale of texts and numbers. */
  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }
}
