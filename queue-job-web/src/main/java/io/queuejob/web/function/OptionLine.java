package io.queuejob.web.function;

import io.queuejob.admin.function.OptionInForce;
import io.queuejob.web.VisibleText;
import java.util.Locale;

/** An option of a function, its texts made fit to show. */
public record OptionLine(OptionInForce option) {

  public String key() {
    return option.key();
  }

  /** What counts; {@code –} for nothing. */
  public String counts() {
    return shown(option.counts());
  }

  /** Who says what counts, as the end of a text's key. */
  public String source() {
    return option.source().name().toLowerCase(Locale.ROOT);
  }

  /** What would count if people set nothing; empty for nothing. */
  public String otherwise() {
    if (option.server() != null) {
      return VisibleText.firstLine(option.server());
    }
    return VisibleText.firstLine(option.declared() != null ? option.declared() : option.standard());
  }

  /** What the code says; null for nothing. */
  public String declared() {
    return VisibleText.firstLine(option.declared());
  }

  /** What properties, environment or files say; null for nothing. */
  public String server() {
    return VisibleText.firstLine(option.server());
  }

  public String standard() {
    return shown(option.standard());
  }

  /** What people set that cannot be used; null if nothing. */
  public String passedOver() {
    return option.problem() == null ? null : VisibleText.firstLine(option.people());
  }

  private static String shown(String text) {
    return text.isEmpty() ? "–" : VisibleText.firstLine(text);
  }
}
