package io.queuejob.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small page from a template whose <code>{{names}}</code> are filled with escaped text. */
public final class Html {
  private static final Pattern NAME = Pattern.compile("\\{\\{(\\w+)}}");

  private final String template;

  private Html(String template) {
    this.template = template;
  }

  /**
   * The template of that name beside the class.
   *
   * @throws IllegalStateException if there is none, which is a fault of the build
   */
  public static Html template(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "Expected the template %s beside %s, found none; rebuild the console."
                .formatted(name, beside.getName()));
      }
      return new Html(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page with each name replaced by its value; a name without a value stays empty. */
  public String filled(Map<String, String> values) {
    return NAME.matcher(template).replaceAll(found -> literal(found, values));
  }

  private static String literal(MatchResult found, Map<String, String> values) {
    String value = values.getOrDefault(found.group(1), "");
    return Matcher.quoteReplacement(escaped(value));
  }

  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }
}
