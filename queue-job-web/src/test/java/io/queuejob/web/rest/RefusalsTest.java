package io.queuejob.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.admin.reach.OutOfReachException;
import io.queuejob.admin.reach.Reach;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.RightMissingException;
import io.queuejob.web.testkit.GivenRights;
import io.queuejob.web.testkit.RememberingAdmin;
import io.queuejob.web.testkit.Rows;
import jakarta.json.JsonObject;
import java.lang.reflect.Field;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  @Test
  void verdicts_have_their_status() {
    assertThat(JobResource.status("u", result(Verdict.DONE))).isEqualTo(200);
    assertThat(JobResource.status("u", result(Verdict.REQUESTED))).isEqualTo(202);
    assertThat(problem(Verdict.REFUSED).status()).isEqualTo(409);
    assertThat(problem(Verdict.NOT_FOUND).status()).isEqualTo(404);
  }

  @Test
  void refusal_carries_the_present_state() {
    JsonObject json = problem(Verdict.REFUSED).toJson();
    assertThat(json.getString("state")).isEqualTo("started");
    assertThat(json.getString("detail")).isEqualTo("QJ7106 its words");
    assertThat(json.getInt("status")).isEqualTo(409);
    assertThat(json.getString("title")).isNotBlank();
    assertThat(json.containsKey("allowed")).isFalse();
  }

  @Test
  void refusal_keeps_the_id_of_the_engine() {
    CommandResult result = new CommandResult(Verdict.REFUSED, "done", "QJ7001 it is done");
    JsonObject json = Problems.refused(result).toJson();
    assertThat(json.getString("id")).isEqualTo("QJ7001");
    assertThat(json.getString("detail")).isEqualTo("QJ7001 it is done");
  }

  @Test
  void own_words_of_a_failure_are_told_and_others_are_not() {
    assertThat(ProblemAnswers.problemOf(new IllegalStateException("QJ3001 gone")).detail())
        .isEqualTo("QJ3001 gone");
    assertThat(ProblemAnswers.problemOf(new IllegalStateException("secret")).detail())
        .doesNotContain("secret");
  }

  @Test
  void what_is_out_of_reach_is_forbidden_whoever_says_so() {
    Problem problem = ProblemAnswers.problemOf(new OutOfReachException("QJ7092", "job elsewhere"));
    assertThat(problem.status()).isEqualTo(403);
    assertThat(problem.id()).isEqualTo("QJ7092");
  }

  @Test
  void a_text_that_the_database_cannot_hold_is_the_caller_s_mistake() {
    SQLException refused = new SQLException("invalid byte sequence: 0x00", "22021");
    Problem problem = ProblemAnswers.problemOf(new IllegalStateException("QJ3001 read", refused));
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.id()).isEqualTo("QJ7122");
    SQLException other = new SQLException("gone", "57P01");
    assertThat(ProblemAnswers.problemOf(new IllegalStateException(other)).status()).isEqualTo(500);
  }

  @Test
  void a_result_is_revealed_within_the_channels_of_the_caller_only() throws Exception {
    RememberingAdmin admin = new RememberingAdmin();
    admin.row = Rows.row(7, "done", "a", null);
    String job = admin.row.uuid().toString();
    Reach mail = Reach.of("mail");
    JobResource resource = resource(admin, new GivenRights(AdminRole.ADMINISTRATOR, mail));
    assertThat(resource.revealResult(job).getString("result")).isEqualTo("hush");
    assertThat(admin.reach).isEqualTo(mail);
    JobResource nowhere = resource(admin, new GivenRights(AdminRole.ADMINISTRATOR, Reach.NOWHERE));
    assertThatThrownBy(() -> nowhere.revealResult(job)).isInstanceOf(RightMissingException.class);
    assertThat(admin.asked).containsExactly("reveal result by ann");
  }

  private static JobResource resource(RememberingAdmin admin, GivenRights rights) throws Exception {
    JobResource resource = new JobResource() {};
    for (Map.Entry<String, Object> one : Map.of("admin", admin, "rights", rights).entrySet()) {
      Field field = JobResource.class.getDeclaredField(one.getKey());
      field.setAccessible(true);
      field.set(resource, one.getValue());
    }
    return resource;
  }

  @Test
  void call_with_a_login_of_its_own_is_taken() {
    assertThat(OriginCheck.isForgeable("Basic x", null, null, "h:1")).isFalse();
    assertThat(OriginCheck.isForgeable("Basic x", null, "http://H:1", "h:1")).isFalse();
  }

  @Test
  void call_that_another_site_could_send_is_not() {
    assertThat(OriginCheck.isForgeable(null, null, null, "h:1")).isTrue();
    assertThat(OriginCheck.isForgeable(null, " ", "http://h:1", "h:1")).isTrue();
    assertThat(OriginCheck.isForgeable("Basic x", null, "http://evil", "h:1")).isTrue();
    assertThat(OriginCheck.isForgeable("Basic x", null, "null", "h:1")).isTrue();
    assertThat(OriginCheck.isForgeable("Basic x", null, "http://[", "h:1")).isTrue();
  }

  @Test
  void header_that_no_other_site_can_set_is_enough() {
    assertThat(OriginCheck.isForgeable(null, "fetch", "http://evil", "h:1")).isFalse();
  }

  private static Problem problem(Verdict verdict) {
    return catchThrowableOfType(
            ProblemException.class, () -> JobResource.status("u", result(verdict)))
        .problem();
  }

  private static CommandResult result(Verdict verdict) {
    return new CommandResult(verdict, "started", "its words");
  }
}
