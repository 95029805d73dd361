package io.queuejob.web.rest.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.admin.reach.OutOfReachException;
import io.queuejob.admin.reach.Reach;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.RightMissingException;
import io.queuejob.web.rest.ProblemException;
import io.queuejob.web.testkit.BadBodies;
import io.queuejob.web.testkit.GivenBulks;
import io.queuejob.web.testkit.GivenRights;
import jakarta.json.JsonObject;
import java.lang.reflect.Field;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BulkRestTest {
  private final GivenBulks admin = new GivenBulks();

  private BulkResource resource(AdminRole role) throws Exception {
    return resource(new GivenRights(role));
  }

  private BulkResource resource(GivenRights rights) throws Exception {
    BulkResource resource = new BulkResource() {};
    set(BulkResource.class, resource, "admin", admin);
    set(BulkResource.class, resource, "rights", rights);
    return resource;
  }

  private JobChangeResource changes() throws Exception {
    JobChangeResource resource = new JobChangeResource() {};
    set(JobChangeResource.class, resource, "admin", admin);
    set(JobChangeResource.class, resource, "rights", new GivenRights(AdminRole.OPERATOR));
    return resource;
  }

  private static void set(Class<?> type, Object target, String name, Object value)
      throws Exception {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    field.set(target, value);
  }

  @Test
  void a_change_is_prepared_by_what_the_body_says() throws Exception {
    resource(AdminRole.OPERATOR)
        .prepare(BadBodies.of("{\"action\": \"priority\", \"value\": 5, \"filter\": \"a\"}"));
    changes().change(GivenBulks.ID.toString(), BadBodies.of("{\"eta\": \"+2h\"}"));
    assertThat(admin.asked)
        .containsExactly(
            "prepare " + new JobChange(BulkAction.PRIORITY, "5") + " by ann",
            "change " + GivenBulks.ID + " " + new JobChange(BulkAction.ETA, "+2h") + " by ann");
  }

  @Test
  void what_is_no_such_body_changes_nothing() throws Exception {
    BulkResource bulks = resource(AdminRole.OPERATOR);
    JobChangeResource one = changes();
    String start = "{\"action\": \"requeue\", ";
    BadBodies.areRefusedBy(bulks::prepare);
    BadBodies.areRefusedBy(body -> one.change(GivenBulks.ID.toString(), body));
    for (String wrong :
        List.of("\"filter\": true}", "\"jobs\": \"a\"}", "\"jobs\": [1]}", "\"key\": {}}")) {
      assertThatThrownBy(() -> bulks.prepare(BadBodies.of(start + wrong)))
          .as(wrong)
          .isInstanceOf(ProblemException.class)
          .hasMessageStartingWith("QJ7121 ");
    }
    for (String wrong : List.of("{}", "{\"action\": \"explode\"}", start + "\"jobs\": [\"1\"]}")) {
      assertThatThrownBy(() -> bulks.prepare(BadBodies.of(wrong)))
          .as(wrong)
          .isInstanceOf(ProblemException.class)
          .hasMessageStartingWith("QJ7115 ");
    }
    assertThatThrownBy(() -> one.change(GivenBulks.ID.toString(), BadBodies.of("{}")))
        .hasMessageStartingWith("QJ7115 expected exactly one of priority, eta and channel");
    assertThat(admin.asked).isEmpty();
  }

  @Test
  void an_undo_is_answered_by_the_change_that_does_it() throws Exception {
    JsonObject undo = resource(AdminRole.OPERATOR).undo(GivenBulks.ID.toString());
    assertThat(undo.getString("id")).isEqualTo(GivenBulks.UNDO.toString());
    assertThat(undo.getString("undoes")).isEqualTo(GivenBulks.ID.toString());
    assertThat(undo.isNull("undone")).isTrue();
    assertThat(undo.getBoolean("undoable")).isFalse();
    assertThat(admin.asked).containsExactly("undo " + GivenBulks.ID + " by ann");
  }

  @Test
  void a_change_says_whether_it_can_be_undone_and_what_undid_it() throws Exception {
    BulkResource resource = resource(AdminRole.VIEWER);
    assertThat(resource.one(GivenBulks.ID.toString()).getBoolean("undoable")).isTrue();
    assertThat(resource.one(GivenBulks.ID.toString()).getString("undoableUntil"))
        .isEqualTo("1970-01-08T00:00:00Z");
    admin.undo = new Bulk.Undo(null, GivenBulks.UNDO, true, GivenBulks.UNTIL);
    JsonObject undone = resource.one(GivenBulks.ID.toString());
    assertThat(undone.getBoolean("undoable")).isFalse();
    assertThat(undone.isNull("undoableUntil")).isTrue();
    assertThat(undone.getString("undone")).isEqualTo(GivenBulks.UNDO.toString());
  }

  @Test
  void a_page_of_skips_begins_after_a_number() throws Exception {
    BulkResource resource = resource(AdminRole.VIEWER);
    assertThat(resource.skips(GivenBulks.ID.toString(), null)).isNotNull();
    assertThatThrownBy(() -> resource.skips(GivenBulks.ID.toString(), "1e3"))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("QJ7115 after: expected a number, found '1e3'");
  }

  @Test
  void who_is_no_operator_undoes_nothing() throws Exception {
    BulkResource resource = resource(AdminRole.VIEWER);
    assertThatThrownBy(() -> resource.undo(GivenBulks.ID.toString()))
        .isInstanceOf(RightMissingException.class);
    assertThat(admin.asked).isEmpty();
  }

  @Test
  void who_acts_in_some_channels_is_held_to_them() throws Exception {
    GivenRights mail = new GivenRights(AdminRole.OPERATOR, Reach.of("mail"));
    admin.stays = Reach.of("mail");
    JsonObject bulk =
        resource(mail)
            .prepare(BadBodies.of("{\"action\": \"requeue\", \"filter\": \"state:failed\"}"));
    assertThat(bulk.getJsonArray("channels").getString(0)).isEqualTo("root.mail");
    assertThat(admin.reach).isEqualTo(Reach.of("mail"));
    admin.failure = new OutOfReachException("QJ7051", "one for all channels");
    assertThatThrownBy(() -> resource(mail).stop(GivenBulks.ID.toString()))
        .isInstanceOf(RightMissingException.class)
        .hasMessageContaining("'ann'")
        .hasMessageContaining("one for all channels");
    assertThat(mail.refusals).singleElement().asString().startsWith("QJ7193 ");
  }

  @Test
  void what_cannot_be_undone_is_refused_in_the_engine_s_own_words() throws Exception {
    BulkResource resource = resource(AdminRole.OPERATOR);
    assertThatThrownBy(() -> resource.undo(new UUID(9, 9).toString()))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("QJ7116 ");
    assertThatThrownBy(() -> resource.undo("1")).hasMessageStartingWith("QJ7116 ");
    admin.failure = new IllegalStateException("QJ7042 bulk change … was not undone");
    assertThatThrownBy(() -> resource.undo(GivenBulks.ID.toString()))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("QJ7042 ");
    assertThatThrownBy(() -> resource.resume(GivenBulks.ID.toString()))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("QJ7042 ");
    admin.failure = new IllegalStateException("something else");
    assertThatThrownBy(() -> resource.undo(GivenBulks.ID.toString())).isSameAs(admin.failure);
  }
}
