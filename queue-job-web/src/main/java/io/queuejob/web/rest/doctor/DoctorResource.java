package io.queuejob.web.rest.doctor;

import io.queuejob.admin.doctor.Doctor;
import io.queuejob.admin.doctor.Finding;
import io.queuejob.admin.doctor.Finding.State;
import io.queuejob.web.rest.openapi.Described;
import io.queuejob.web.sight.Seen;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the doctor finds; reading needs the role of a viewer. A subclass publishes it. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class DoctorResource {
  @Inject @Seen private Doctor doctor;

  /** All findings, and the gravest state of all. */
  @GET
  @Described("What is misconfigured, stuck or left over, each with its cure; the gravest state.")
  public JsonObject examine() {
    return json(doctor.examine());
  }

  static JsonObject json(List<Finding> findings) {
    State gravest =
        findings.stream().map(Finding::state).max(Comparator.naturalOrder()).orElse(State.FINE);
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (Finding finding : findings) {
      array.add(
          Json.createObjectBuilder()
              .add("check", finding.check().word())
              .add("state", finding.state().word())
              .add("kind", finding.kind())
              .add("title", finding.title(Locale.ROOT))
              .add("found", finding.found(Locale.ROOT))
              .add("cure", finding.cure(Locale.ROOT))
              .add("values", Json.createArrayBuilder(finding.values())));
    }
    return Json.createObjectBuilder().add("state", gravest.word()).add("findings", array).build();
  }
}
