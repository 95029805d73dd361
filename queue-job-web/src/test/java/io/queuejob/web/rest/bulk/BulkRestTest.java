package io.queuejob.web.rest.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.bulk.Bulk;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.RightMissingException;
import io.queuejob.web.rest.ProblemException;
import io.queuejob.web.testkit.GivenBulks;
import io.queuejob.web.testkit.GivenRights;
import jakarta.json.JsonObject;
import java.lang.reflect.Field;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BulkRestTest {
  private final GivenBulks admin = new GivenBulks();

  private BulkResource resource(AdminRole role) throws Exception {
    BulkResource resource = new BulkResource() {};
    set(resource, "admin", admin);
    set(resource, "rights", new GivenRights(role));
    return resource;
  }

  private static void set(Object target, String name, Object value) throws Exception {
    Field field = BulkResource.class.getDeclaredField(name);
    field.setAccessible(true);
    field.set(target, value);
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
  void who_is_no_operator_undoes_nothing() throws Exception {
    BulkResource resource = resource(AdminRole.VIEWER);
    assertThatThrownBy(() -> resource.undo(GivenBulks.ID.toString()))
        .isInstanceOf(RightMissingException.class);
    assertThat(admin.asked).isEmpty();
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
