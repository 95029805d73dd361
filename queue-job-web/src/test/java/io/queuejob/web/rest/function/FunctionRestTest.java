package io.queuejob.web.rest.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.RightMissingException;
import io.queuejob.web.testkit.BadBodies;
import io.queuejob.web.testkit.GivenFunctions;
import io.queuejob.web.testkit.GivenRights;
import jakarta.json.JsonObject;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FunctionRestTest {
  @Test
  void a_function_says_what_counts_and_where_counting_stopped() {
    JsonObject json = FunctionJson.row(new GivenFunctions().row());
    assertThat(json.getJsonObject("options").getJsonObject("channel").getString("source"))
        .isEqualTo("declared");
    assertThat(json.getBoolean("failedCut")).isTrue();
    assertThat(json.getBoolean("waitingCut")).isFalse();
    assertThat(json.getString("changed")).isEqualTo("1970-01-01T00:00:00Z");
  }

  @Test
  void settings_are_texts_numbers_and_booleans() {
    assertThat(
            FunctionJson.settings(
                BadBodies.of(
                    "{\"a\": 5, \"b\": \"x\", \"c\": true, \"d\": null, \"e\": {\"f\": 1}}")))
        .isEqualTo(Map.of("a", "5", "b", "x", "c", "true", "d", "", "e", "{\"f\":1}"));
  }

  @Test
  void what_is_no_such_body_changes_nothing() throws Exception {
    GivenFunctions admin = new GivenFunctions();
    FunctionResource resource = resource(admin, AdminRole.ADMINISTRATOR);
    BadBodies.areRefusedBy(body -> resource.change("7", null, body));
    assertThat(admin.asked).isEmpty();
  }

  @Test
  void answers_keep_the_engine_s_own_words_and_ids() {
    assertThatThrownBy(
            () ->
                FunctionResource.answer(
                    "7",
                    () -> {
                      throw new IllegalArgumentException("QJ7086 priority: expected …");
                    }))
        .hasMessageStartingWith("QJ7086");
    assertThatThrownBy(
            () ->
                FunctionResource.answer(
                    "7", () -> new CommandResult(Verdict.REFUSED, null, "QJ7088 changed")))
        .hasMessageStartingWith("QJ7088");
    assertThatThrownBy(
            () ->
                FunctionResource.answer(
                    "7", () -> new CommandResult(Verdict.NOT_FOUND, null, "QJ7087 none")))
        .hasMessageStartingWith("QJ7165");
  }

  private static FunctionResource resource(GivenFunctions admin, AdminRole role) throws Exception {
    FunctionResource resource = new FunctionResource() {};
    set(resource, "admin", admin);
    set(resource, "rights", new GivenRights(role));
    return resource;
  }

  private static void set(Object target, String name, Object value) throws Exception {
    Field field = FunctionResource.class.getDeclaredField(name);
    field.setAccessible(true);
    field.set(target, value);
  }

  @ParameterizedTest
  @EnumSource(
      value = AdminRole.class,
      names = {"VIEWER", "OPERATOR"})
  void who_is_no_administrator_changes_nothing(AdminRole role) throws Exception {
    GivenFunctions admin = new GivenFunctions();
    FunctionResource resource = resource(admin, role);
    assertThatThrownBy(() -> resource.change("7", null, BadBodies.of("{}")))
        .isInstanceOf(RightMissingException.class);
    assertThatThrownBy(() -> resource.reset("7")).isInstanceOf(RightMissingException.class);
    assertThat(resource.function("7").getInt("id")).isEqualTo(7);
    assertThat(admin.asked).isEmpty();
  }

  @Test
  void an_administrator_changes_what_was_seen_or_what_there_is() throws Exception {
    GivenFunctions admin = new GivenFunctions();
    FunctionResource resource = resource(admin, AdminRole.ADMINISTRATOR);
    String body = "{\"priority\": 3}";
    resource.change("7", null, BadBodies.of(body));
    resource.change("7", "null", BadBodies.of(body));
    resource.reset("7");
    assertThat(admin.asked)
        .containsExactly(
            "change 7 {priority=3} 1970-01-01T00:00:00Z by ann",
            "change 7 {priority=3} null by ann",
            "reset 7 by ann");
    assertThatThrownBy(() -> resource.function("8")).hasMessageStartingWith("QJ7165");
  }

  @Test
  void numbers_and_instants_are_read_strictly() {
    assertThat(FunctionResource.number("limit", "10", 1, 1_000)).isEqualTo(10);
    assertThatThrownBy(() -> FunctionResource.number("limit", "0", 1, 1_000))
        .hasMessageContaining("limit: expected a whole number from 1 to 1000, found '0'");
    assertThat(FunctionResource.instant("null")).isNull();
    assertThat(FunctionResource.instant("1970-01-01T00:00:00Z")).isEqualTo(Instant.EPOCH);
    for (String text : List.of("soon", Instant.MIN.toString(), "+10000-01-01T00:00:00Z")) {
      assertThatThrownBy(() -> FunctionResource.instant(text)).hasMessageStartingWith("QJ7169");
    }
  }
}
