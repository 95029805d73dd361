package io.queuejob.web.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.channel.ChannelAdmin;
import io.queuejob.admin.channel.ChannelLoad;
import io.queuejob.admin.channel.ChannelOrigin;
import io.queuejob.admin.channel.ChannelStatus;
import io.queuejob.admin.reach.Reach;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.testkit.GivenRights;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChannelsViewTest {
  private RuntimeException failure;

  private final ChannelAdmin admin =
      new ChannelAdmin() {
        @Override
        public List<ChannelStatus> channels() {
          if (failure != null) {
            throw failure;
          }
          return List.of(
              given("root", 4, null, Map.of("capacity", "4")),
              given("root.mail", 4, "root", Map.of("capacity", "9", "sequential", "true")),
              given("root.off", 0, "root", Map.of("capacity", "*")));
        }

        @Override
        public Optional<ChannelStatus> channel(String path) {
          return Optional.empty();
        }

        @Override
        public CommandResult change(
            String path, Map<String, String> options, String version, String actor) {
          throw new IllegalStateException(path);
        }

        @Override
        public CommandResult pause(String path, boolean paused, String actor) {
          throw new IllegalStateException(path);
        }

        @Override
        public CommandResult reset(String path, String actor) {
          throw new IllegalStateException(path);
        }

        @Override
        public CommandResult add(String path, Map<String, String> options, String actor) {
          throw new IllegalStateException(path);
        }

        @Override
        public CommandResult remove(String path, String actor) {
          throw new IllegalStateException(path);
        }

        @Override
        public ChannelAdmin within(Reach reach) {
          throw new IllegalStateException(reach.toString());
        }
      };

  private static ChannelStatus given(
      String path, Integer effective, String by, Map<String, String> options) {
    Integer held = options.get("capacity").equals("*") ? null : 3;
    ChannelLoad load = new ChannelLoad(held, List.of(), 1, 12_000, true, null, 2.5);
    return new ChannelStatus(path, true, options, effective, by, load, ChannelOrigin.NONE, "v1");
  }

  private ChannelsView opened(AdminRole role, Map<String, String> parameters) {
    ChannelsView view = new ChannelsView(admin, new GivenRights(role));
    view.open(parameters);
    return view;
  }

  @Test
  void the_address_holds_what_is_searched_and_which_form_is_open() {
    ChannelsView view =
        opened(AdminRole.ADMINISTRATOR, Map.of("text", "MAIL", "edit", "root.mail"));
    assertThat(view.getLines()).extracting(ChannelLine::path).containsExactly("root.mail");
    assertThat(view.getDraft().getPath()).isEqualTo("root.mail");
    assertThat(view.getDraft().options())
        .containsEntry("capacity", "9")
        .containsEntry("sequential", "true")
        .containsEntry("paused", "false")
        .containsEntry("rate", "");
    assertThat(view.getDraft().version()).isEqualTo("v1");
    assertThat(view.getFormAddress()).isEqualTo("?text=MAIL&");
    assertThat(opened(AdminRole.ADMINISTRATOR, Map.of("add", "")).getDraft().isFresh()).isTrue();
    assertThat(opened(AdminRole.ADMINISTRATOR, Map.of("edit", "root.x")).getDraft()).isNull();
  }

  @Test
  void nobody_but_an_administrator_gets_a_form() {
    assertThat(opened(AdminRole.OPERATOR, Map.of("edit", "root.mail")).getDraft()).isNull();
    assertThat(opened(AdminRole.VIEWER, Map.of("add", "")).getDraft()).isNull();
  }

  @Test
  void an_administrator_of_some_channels_gets_a_form_for_those_only() {
    GivenRights mail = new GivenRights(AdminRole.ADMINISTRATOR, Reach.of("mail"));
    ChannelsView view = new ChannelsView(admin, mail);
    view.open(Map.of("edit", "root.mail"));
    assertThat(view.getDraft().getPath()).isEqualTo("root.mail");
    view = new ChannelsView(admin, mail);
    view.open(Map.of("edit", "root.off"));
    assertThat(view.getDraft()).isNull();
  }

  @Test
  void a_line_says_what_holds() {
    List<ChannelLine> lines = opened(AdminRole.VIEWER, Map.of()).getLines();
    ChannelLine mail = lines.get(1);
    assertThat(mail.limitedAbove()).isTrue();
    assertThat(mail.waiting()).isEqualTo("12,000+");
    assertThat(mail.starts()).isEqualTo("2.5");
    assertThat(mail.above()).isEqualTo("root.");
    assertThat(mail.extras()).containsExactly(Map.entry("sequential", "true"));
    ChannelLine off = lines.get(2);
    assertThat(off.pausedAbove()).isTrue();
    assertThat(off.capacity()).isEqualTo("∞");
    assertThat(off.used()).isEqualTo(1);
  }

  @Test
  void what_was_read_last_stays_when_the_engine_fails() {
    ChannelsView view = opened(AdminRole.VIEWER, Map.of());
    failure = new IllegalStateException("QJ3001 Database: gone");
    view.refresh();
    assertThat(view.getLines()).hasSize(3);
    assertThat(view.getTrouble()).isEqualTo("QJ3001 Database: gone");
  }
}
