package io.queuejob.web.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.JobRow;
import io.queuejob.admin.reach.Reach;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.testkit.GivenRights;
import io.queuejob.web.testkit.RememberingAdmin;
import io.queuejob.web.testkit.RememberingDossier;
import io.queuejob.web.testkit.Rows;
import jakarta.faces.application.FacesMessage;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobViewTest {
  private final RememberingAdmin admin = new RememberingAdmin();
  private final RememberingDossier dossier = new RememberingDossier();

  @Test
  void commands_are_offered_where_the_engine_takes_them() {
    assertThat(offered("failed")).isEqualTo("requeue done cancel ");
    assertThat(offered("pending")).isEqualTo("done cancel ");
    assertThat(offered("wait_dependencies")).isEqualTo("done cancel ");
    assertThat(offered("enqueued")).isEqualTo("cancel ");
    assertThat(offered("started")).isEqualTo("cancel ");
    assertThat(offered("done")).isEqualTo("requeue ");
    assertThat(offered("cancelled")).isEqualTo("requeue done ");
  }

  @Test
  void nothing_is_offered_to_a_viewer() {
    JobView view = view("failed", AdminRole.VIEWER);
    assertThat(view.isRequeueOffered() || view.isCancelOffered() || view.isSetDoneOffered())
        .isFalse();
  }

  @Test
  void nothing_is_offered_for_a_job_outside_of_the_callers_channels() {
    for (AdminRole role : new AdminRole[] {AdminRole.OPERATOR, AdminRole.ADMINISTRATOR}) {
      JobView view = view("pending", new GivenRights(role, Reach.of("mail")));
      assertThat(view.isCancelOffered() || view.isCopyOffered() || view.isChangeOffered())
          .isFalse();
      assertThat(view.isOperable() || view.isRevealable() || view.isRevealOffered()).isFalse();
    }
    JobView own = view("pending", new GivenRights(AdminRole.OPERATOR, Reach.of("invoice")));
    assertThat(own.isCancelOffered() && own.isCopyOffered() && own.isChangeOffered()).isTrue();
  }

  @Test
  void only_panels_that_show_something_else_are_written_anew() {
    JobView view = view("failed");
    view.read();
    assertThat(view.changed()).containsExactly(Panel.values());
    view.read();
    assertThat(view.changed()).isEmpty();
    dossier.line = "third line";
    view.read();
    assertThat(view.changed()).containsExactly(Panel.PAST);
  }

  @Test
  void cancel_without_dependents_is_offered_where_somebody_waits() {
    dossier.child = true;
    assertThat(view("pending").isCancelAloneOffered()).isTrue();
    assertThat(view("done").isRequeueFromOffered()).isTrue();
    dossier.child = false;
    assertThat(view("pending").isCancelAloneOffered()).isFalse();
    assertThat(view("done").isRequeueFromOffered()).isFalse();
  }

  @Test
  void address_without_a_job_shows_none() {
    JobView view = new JobView(admin, dossier, new GivenRights(AdminRole.OPERATOR));
    view.setUuid("nonsense");
    assertThat(view.getJob()).isNull();
    assertThat(view.changed()).isEmpty();
  }

  @Test
  void failure_to_read_is_told_in_own_words_only() {
    JobView view = view("failed");
    assertThat(view.getJob()).isNotNull();
    admin.failure = new IllegalStateException("QJ3001 gone");
    view.read();
    assertThat(view.getTrouble()).isEqualTo("QJ3001 gone");
    assertThat(view.getJob()).isNotNull();
  }

  @Test
  void secrets_are_revealed_to_an_administrator_by_name() {
    JobView view = view("failed", AdminRole.ADMINISTRATOR);
    view.reveal();
    assertThat(admin.asked).containsExactly("reveal by ann");
    assertThat(view.arguments()).contains("7").doesNotContain("\"a\"");
    assertThat(view.isRevealOffered()).isFalse();
  }

  @Test
  void a_secret_result_is_revealed_to_an_administrator_until_there_is_another() {
    admin.secretResult = true;
    JobView view = view("done", AdminRole.ADMINISTRATOR);
    assertThat(view.result()).isEqualTo("\"•••\"");
    assertThat(view.isRevealResultOffered()).isTrue();
    view.revealResult();
    assertThat(admin.asked).containsExactly("reveal result by ann");
    assertThat(view.result()).isEqualTo("\"hush\"");
    assertThat(view.isRevealResultOffered()).isFalse();
    admin.row = finished(admin.row, Rows.CREATED.plusSeconds(60));
    view.read();
    assertThat(view.result()).isEqualTo("\"•••\"");
    assertThat(view.isRevealResultOffered()).isTrue();
  }

  @Test
  void a_secret_result_is_no_offer_to_an_operator() {
    admin.secretResult = true;
    assertThat(view("done").isRevealResultOffered()).isFalse();
    admin.secretResult = false;
    assertThat(view("done", AdminRole.ADMINISTRATOR).isRevealResultOffered()).isFalse();
  }

  private static JobRow finished(JobRow row, Instant when) {
    return new JobRow(
        row.id(),
        row.uuid(),
        row.application(),
        row.function(),
        row.channel(),
        row.state(),
        row.priority(),
        row.eta(),
        row.node(),
        row.since(),
        row.retry(),
        row.maxRetries(),
        row.description(),
        row.error(),
        row.created(),
        when);
  }

  @Test
  void each_command_goes_to_its_own_method_with_the_person() {
    for (JobCommand command : JobCommand.values()) {
      command.run(admin, dossier, UUID.randomUUID(), "ann");
    }
    assertThat(admin.asked)
        .containsExactly(
            "requeue by ann", "setDone by ann", "cancel by ann", "cancel alone by ann");
    assertThat(dossier.asked).containsExactly("requeueFrom by ann", "copy by ann");
  }

  @Test
  void refusal_is_a_warning_and_a_missing_job_an_error() {
    assertThat(CommandNotice.severity(CommandResult.Verdict.REFUSED))
        .isEqualTo(FacesMessage.SEVERITY_WARN);
    assertThat(CommandNotice.severity(CommandResult.Verdict.NOT_FOUND))
        .isEqualTo(FacesMessage.SEVERITY_ERROR);
    assertThat(CommandNotice.severity(CommandResult.Verdict.REQUESTED))
        .isEqualTo(FacesMessage.SEVERITY_INFO);
  }

  private JobView view(String state) {
    return view(state, AdminRole.OPERATOR);
  }

  private JobView view(String state, AdminRole role) {
    return view(state, new GivenRights(role));
  }

  private JobView view(String state, GivenRights rights) {
    JobRow row = Rows.row(4, state);
    admin.row = row;
    JobView view = new JobView(admin, dossier, rights);
    view.setUuid(row.uuid().toString());
    return view;
  }

  private String offered(String state) {
    JobView view = view(state);
    return (view.isRequeueOffered() ? "requeue " : "")
        + (view.isSetDoneOffered() ? "done " : "")
        + (view.isCancelOffered() ? "cancel " : "");
  }
}
