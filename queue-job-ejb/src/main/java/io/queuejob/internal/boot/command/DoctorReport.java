package io.queuejob.internal.boot.command;

import io.queuejob.admin.doctor.Finding;
import io.queuejob.admin.doctor.Finding.State;
import io.queuejob.internal.codec.value.JsonText;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the doctor found, for people and for machines; the latter as the REST interface has it. */
final class DoctorReport {
  private DoctorReport() {}

  /** What there is to do, the gravest first, and a last line with the number of checks. */
  static String text(List<Finding> findings) {
    StringBuilder out = new StringBuilder();
    findings.stream()
        .filter(one -> one.state() != State.FINE)
        .sorted(Comparator.comparing(Finding::state).reversed())
        .forEach(
            one ->
                out.append("%-5s  %s: ".formatted(one.state().word(), one.check().word()))
                    .append(one.found(Locale.ROOT))
                    .append("\n       ")
                    .append(one.cure(Locale.ROOT))
                    .append('\n'));
    long checks = findings.stream().map(Finding::check).distinct().count();
    long fine = findings.stream().filter(one -> one.state() == State.FINE).count();
    return out.append(fine).append(" of ").append(checks).append(" checks are fine\n").toString();
  }

  static String json(List<Finding> findings) {
    State gravest =
        findings.stream().map(Finding::state).max(Comparator.naturalOrder()).orElse(State.FINE);
    StringBuilder out = new StringBuilder("{");
    member("state", gravest.word(), out);
    out.append(",\"findings\":[");
    String separator = "\n";
    for (Finding finding : findings) {
      json(finding, out.append(separator));
      separator = ",\n";
    }
    return out.append("\n]}\n").toString();
  }

  private static void json(Finding finding, StringBuilder out) {
    member("check", finding.check().word(), out.append('{'));
    member("state", finding.state().word(), out.append(','));
    member("kind", finding.kind(), out.append(','));
    member("title", finding.title(Locale.ROOT), out.append(','));
    member("found", finding.found(Locale.ROOT), out.append(','));
    member("cure", finding.cure(Locale.ROOT), out.append(','));
    out.append(",\"values\":[");
    String separator = "";
    for (String value : finding.values()) {
      JsonText.quote(value, out.append(separator));
      separator = ",";
    }
    out.append("]}");
  }

  private static void member(String name, String value, StringBuilder out) {
    JsonText.quote(name, out);
    JsonText.quote(value, out.append(':'));
  }
}
