package io.queuejob.web.doctor;

import io.queuejob.admin.doctor.Finding;
import io.queuejob.web.VisibleText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

  /** Page of what it is about, in the admin's folder; null if it has none. */
  public String address() {
    return switch (finding.check().word() + " " + finding.kind()) {
      case "blocked failed" -> "job.xhtml?uuid=" + encoded(1);
      case "stranded jobs" -> "functions.xhtml?text=" + encoded(0);
      case "halted paused", "halted zero" -> "jobs.xhtml?channel=" + encoded(0);
      default -> null;
    };
  }

  private String encoded(int value) {
    return URLEncoder.encode(finding.values().get(value), StandardCharsets.UTF_8);
  }

  /** What to do about it; empty if nothing is. */
  public String cure() {
    return finding.cure(locale);
  }
}
