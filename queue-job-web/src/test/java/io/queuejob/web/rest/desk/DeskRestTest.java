package io.queuejob.web.rest.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.admin.channel.ChannelAdmin;
import io.queuejob.api.error.ConfigurationException;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.RightMissingException;
import io.queuejob.web.testkit.BadBodies;
import io.queuejob.web.testkit.GivenRights;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeskRestTest {

  private final List<String> asked = new ArrayList<>();

  /** Channels that remember what they were asked. */
  private ChannelAdmin channels() {
    return (ChannelAdmin)
        Proxy.newProxyInstance(
            ChannelAdmin.class.getClassLoader(),
            new Class<?>[] {ChannelAdmin.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("within")) {
                return proxy;
              }
              asked.add(method.getName() + " " + Arrays.toString(arguments));
              return new CommandResult(Verdict.DONE, null, "so");
            });
  }

  private ChannelResource resource(AdminRole role) throws Exception {
    ChannelResource resource = new ChannelResource() {};
    set(resource, "admin", channels());
    set(resource, "rights", new GivenRights(role));
    return resource;
  }

  private static void set(Object target, String name, Object value) throws Exception {
    Field field = ChannelResource.class.getDeclaredField(name);
    field.setAccessible(true);
    field.set(target, value);
  }

  @Test
  void a_body_is_an_object_of_plain_values() throws Exception {
    ChannelResource resource = resource(AdminRole.ADMINISTRATOR);
    resource.change("root.a", BadBodies.of("{\"capacity\": 4, \"version\": \"7\"}"));
    resource.change("root.a", BadBodies.of("{\"rate\": null}"));
    resource.add(BadBodies.of("{\"path\": \"root.b\", \"paused\": true}"));
    assertThat(asked)
        .containsExactly(
            "change [root.a, {capacity=4}, 7, ann]",
            "change [root.a, {rate=null}, null, ann]",
            "add [root.b, {paused=true}, ann]");
  }

  @Test
  void what_is_no_such_body_changes_nothing() throws Exception {
    ChannelResource resource = resource(AdminRole.ADMINISTRATOR);
    BadBodies.areRefusedBy(resource::add);
    BadBodies.areRefusedBy(body -> resource.change("root.a", body));
    assertThat(asked).isEmpty();
  }

  @Test
  void who_may_not_is_told_so_before_the_body_is_read() throws Exception {
    ChannelResource resource = resource(AdminRole.OPERATOR);
    assertThatThrownBy(() -> resource.add(BadBodies.of("{")))
        .isInstanceOf(RightMissingException.class);
  }

  @Test
  void refusals_keep_the_id_of_the_engine() {
    assertThat(Answers.of(() -> new CommandResult(Verdict.DONE, null, "so")).getString("verdict"))
        .isEqualTo("done");
    assertThatThrownBy(
            () -> Answers.of(() -> new CommandResult(Verdict.REFUSED, null, "QJ7076 stale")))
        .hasMessageContaining("QJ7076");
    assertThatThrownBy(
            () ->
                Answers.of(
                    () -> {
                      throw new ConfigurationException("QJ2002", "no number");
                    }))
        .isInstanceOf(io.queuejob.web.rest.ProblemException.class)
        .hasMessageContaining("QJ2002");
  }

  @Test
  void ranges_of_time_are_of_years_that_the_database_has() {
    for (String text : List.of("soon", Instant.MIN.toString(), Instant.MAX.toString())) {
      MultivaluedHashMap<String, String> asked = new MultivaluedHashMap<>(Map.of("from", text));
      assertThatThrownBy(() -> AuditResource.filter(asked))
          .hasMessageStartingWith("QJ7154")
          .hasMessageContainingAll("from: expected an instant", "years 1 to 9999", text);
    }
    MultivaluedHashMap<String, String> last =
        new MultivaluedHashMap<>(Map.of("until", "9999-12-31T23:59:59Z"));
    assertThat(AuditResource.filter(last).until()).isEqualTo("9999-12-31T23:59:59Z");
  }
}
