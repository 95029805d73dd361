package io.queuejob.web.rest.testjob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.admin.testjob.TestJobAdmin;
import io.queuejob.admin.testjob.TestJobs;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.RightMissingException;
import io.queuejob.web.rest.ProblemException;
import io.queuejob.web.testkit.GivenRights;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestJobRestTest {
  private static final UUID JOB = UUID.fromString("0b9c6f3e-8a51-4d27-9a66-0d0f5b1c2e47");
  private static final UUID GRAPH = UUID.fromString("1b9c6f3e-8a51-4d27-9a66-0d0f5b1c2e47");

  private final List<String> asked = new ArrayList<>();

  private TestJobAdmin answering(Verdict verdict, String message, UUID graph) {
    CommandResult result = new CommandResult(verdict, "pending", message);
    return (options, actor) -> {
      asked.add(new TreeMap<>(options) + " by " + actor);
      return new TestJobs(result, JOB, graph);
    };
  }

  @ParameterizedTest
  @EnumSource(
      value = AdminRole.class,
      names = {"VIEWER", "OPERATOR"})
  void who_is_no_administrator_makes_none(AdminRole role) throws Exception {
    TestJobResource resource = new TestJobResource() {};
    GivenRights rights = new GivenRights(role);
    set(resource, "admin", answering(Verdict.DONE, "made", null));
    set(resource, "rights", rights);
    assertThatThrownBy(() -> resource.make(null))
        .isInstanceOf(RightMissingException.class)
        .hasMessageContaining("queue-job-admin");
    assertThat(rights.refusals).hasSize(1);
    assertThat(asked).isEmpty();
  }

  private static void set(Object target, String name, Object value) throws Exception {
    Field field = TestJobResource.class.getDeclaredField(name);
    field.setAccessible(true);
    field.set(target, value);
  }

  @Test
  void parameters_are_handed_on_and_the_answer_names_job_and_graph() {
    Map<String, List<String>> parameters =
        Map.of("size", List.of("50"), "failure_rate", List.of("0.1"));
    JsonObject made =
        TestJobAnswers.made(answering(Verdict.DONE, "made", GRAPH), parameters, "ann");
    assertThat(asked).containsExactly("{failure_rate=0.1, size=50} by ann");
    assertThat(made.getString("uuid")).isEqualTo(JOB.toString());
    assertThat(made.getString("graph")).isEqualTo(GRAPH.toString());
    assertThat(made.getString("state")).isEqualTo("pending");
  }

  @Test
  void a_single_job_has_no_graph_and_what_is_said_twice_is_both() {
    Map<String, List<String>> parameters = Map.of("size", List.of("1", "2"));
    JsonObject made = TestJobAnswers.made(answering(Verdict.DONE, "made", null), parameters, "ann");
    assertThat(made.get("graph")).isEqualTo(JsonValue.NULL);
    assertThat(asked).containsExactly("{size=1, 2} by ann");
  }

  @Test
  void refusals_keep_the_engine_s_own_words_and_ids() {
    assertThatThrownBy(
            () ->
                TestJobAnswers.made(
                    answering(Verdict.REFUSED, "QJ7071 no test jobs", null), Map.of(), "ann"))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("QJ7071");
    TestJobAdmin strict =
        (options, actor) -> {
          throw new IllegalArgumentException("QJ7070 size: expected …");
        };
    assertThatThrownBy(() -> TestJobAnswers.made(strict, Map.of(), "ann"))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("QJ7070");
  }
}
