package io.queuejob.web.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.JobRow;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.testkit.GivenRights;
import io.queuejob.web.testkit.RememberingAdmin;
import io.queuejob.web.testkit.Rows;
import jakarta.faces.application.FacesMessage;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobViewTest {
  private final RememberingAdmin admin = new RememberingAdmin();

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
  void page_of_a_resting_job_does_not_look_again() {
    assertThat(view("failed").isResting()).isTrue();
    assertThat(view("started").isResting()).isFalse();
  }

  @Test
  void address_without_a_job_shows_none() {
    JobView view = new JobView(admin, new GivenRights(AdminRole.OPERATOR));
    view.setUuid("nonsense");
    assertThat(view.getJob()).isNull();
    assertThat(view.isResting()).isTrue();
  }

  @Test
  void failure_to_read_is_told_in_own_words_only() {
    JobView view = view("failed");
    assertThat(view.getJob()).isNotNull();
    admin.failure = new IllegalStateException("QJ3001 gone");
    view.refresh();
    assertThat(view.getTrouble()).isEqualTo("QJ3001 gone");
    assertThat(view.getJob()).isNotNull();
  }

  @Test
  void arguments_are_laid_out() {
    assertThat(view("failed").getArguments()).isEqualTo("{\n  \"a\": [\n    1\n  ]\n}");
    assertThat(view("failed").getContext()).isNull();
    assertThat(view("failed").getFailure()).isNull();
  }

  @Test
  void secrets_are_revealed_to_an_administrator_by_name() {
    JobView view = view("failed", AdminRole.ADMINISTRATOR);
    view.reveal();
    assertThat(admin.asked).containsExactly("reveal by ann");
    assertThat(view.getArguments()).contains("7").doesNotContain("\"a\"");
    assertThat(view.isRevealOffered()).isFalse();
  }

  @Test
  void each_command_goes_to_its_own_method_with_the_person() {
    for (JobCommand command : JobCommand.values()) {
      command.run(admin, UUID.randomUUID(), "ann");
    }
    assertThat(admin.asked).containsExactly("requeue by ann", "setDone by ann", "cancel by ann");
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
    JobRow row = Rows.row(4, state);
    admin.row = row;
    JobView view = new JobView(admin, new GivenRights(role));
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
