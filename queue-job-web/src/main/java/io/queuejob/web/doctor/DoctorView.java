package io.queuejob.web.doctor;

import io.queuejob.admin.doctor.Doctor;
import io.queuejob.admin.doctor.Finding;
import io.queuejob.admin.doctor.Finding.State;
import io.queuejob.web.Trouble;
import io.queuejob.web.sight.Seen;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** State of the doctor's page: what was found last, looked for again every few seconds. */
@Named("queueJobDoctor")
@ViewScoped
public class DoctorView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(DoctorView.class.getName());
  private static final Duration REST = Duration.ofSeconds(10);

  private Doctor doctor;
  private Instant examined = Instant.EPOCH;
  private transient List<Finding> findings;
  private transient boolean unreadable;
  private transient String trouble;

  protected DoctorView() {}

  @Inject
  DoctorView(@Seen Doctor doctor) {
    this.doctor = doctor;
  }

  /** Examines, whenever it was done last; keeps what was found then if that fails. */
  public void examine() {
    try {
      findings = doctor.examine();
      unreadable = false;
      trouble = null;
    } catch (RuntimeException e) {
      LOG.log(unreadable ? Level.TRACE : Level.WARNING, "The doctor could not examine", e);
      unreadable = true;
      trouble = Trouble.ownMessage(e);
    }
    examined = Instant.now();
  }

  /** Examines if the last time is some seconds ago. */
  public void refresh() {
    if (findings == null || examined.plus(REST).isBefore(Instant.now())) {
      examine();
    }
  }

  /** What a person should look at, in the words of a language, the gravest first. */
  public List<FindingLine> ills(Locale locale) {
    return lines(locale)
        .filter(line -> line.finding().state() != State.FINE)
        .sorted(Comparator.comparing((FindingLine l) -> l.finding().state()).reversed())
        .toList();
  }

  /** What is as it should be, in the words of a language. */
  public List<FindingLine> fine(Locale locale) {
    return lines(locale).filter(line -> line.finding().state() == State.FINE).toList();
  }

  private Stream<FindingLine> lines(Locale locale) {
    if (findings == null && !unreadable) {
      examine();
    }
    return findings == null ? Stream.of() : findings.stream().map(f -> new FindingLine(f, locale));
  }

  public Instant getExamined() {
    return examined;
  }

  public boolean isUnreadable() {
    return unreadable;
  }

  /** The product's own words for the failure to read; null if it has none. */
  public String getTrouble() {
    return trouble;
  }
}
