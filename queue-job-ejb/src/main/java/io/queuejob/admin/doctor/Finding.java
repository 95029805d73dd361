package io.queuejob.admin.doctor;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What a check found. {@link Check#word()} and {@code kind} are stable; the words are there in
 * English, German, French and Spanish, and in English for readers of other languages.
 *
 * @param check what was looked at
 * @param state how grave it is
 * @param kind which of the check's texts says what was found
 * @param values what was found, in the order of that text
 */
public record Finding(Check check, State state, String kind, List<String> values) {
  private static final String BUNDLE = "io.queuejob.admin.doctor.findings";

  /** How grave a finding is. */
  public enum State {
    /** Nothing to do. */
    FINE,
    /** A person should look at it. */
    LOOK,
    /** Jobs suffer, or may be lost. */
    WRONG;

    /** Its name in answers and texts. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Finding {
    values = List.copyOf(values);
  }

  /** Nothing to do. */
  public static Finding fine(Check check) {
    return new Finding(check, State.FINE, "fine", List.of());
  }

  /** What was looked at, in words. */
  public String title(Locale locale) {
    return text("title", locale);
  }

  /** What was found, in words. */
  public String found(Locale locale) {
    return new MessageFormat(text(kind, locale), locale).format(values.toArray());
  }

  /** What to do about it, in words; empty if nothing is. */
  public String cure(Locale locale) {
    return state == State.FINE ? "" : text(kind + ".cure", locale);
  }

  private String text(String key, Locale locale) {
    ResourceBundle texts =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            Finding.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    String own = check.word() + "." + key;
    return texts.getString(texts.containsKey(own) ? own : key);
  }
}
