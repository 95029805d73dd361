package io.queuejob.web.doctor;

import io.queuejob.admin.doctor.Finding;
import io.queuejob.web.VisibleText;
import java.util.Locale;

/** A finding in the words of a language. */
public record FindingLine(Finding finding, Locale locale) {

  /** Its state, as the end of a text's key. */
  public String state() {
    return finding.state().word();
  }

  /** Name of the icon beside its state. */
  public String icon() {
    return switch (finding.state()) {
      case FINE -> "pi-check";
      case LOOK -> "pi-eye";
      case WRONG -> "pi-exclamation-triangle";
    };
  }

  public String title() {
    return finding.title(locale);
  }

  public String found() {
    return VisibleText.of(finding.found(locale));
  }

  /** What to do about it; empty if nothing is. */
  public String cure() {
    return finding.cure(locale);
  }
}
