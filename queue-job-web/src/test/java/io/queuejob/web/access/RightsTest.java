package io.queuejob.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.reach.OutOfReachException;
import io.queuejob.admin.reach.Reach;
import io.queuejob.admin.reach.Reaches;
import io.queuejob.web.testkit.GivenRights;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Where the caller may act, and that nothing passes by. */
class RightsTest {
  /**
   * Operators of the mail team for mails, everybody of the office everywhere; bosses for prints.
   */
  private static final Reaches REACHES =
      new Reaches() {
        @Override
        public Reach ofOperator(Predicate<String> isMember) {
          return isMember.test("office")
              ? Reach.EVERYWHERE
              : isMember.test("mail-team") ? Reach.of("mail") : Reach.NOWHERE;
        }

        @Override
        public Reach ofAdministrator(Predicate<String> isMember) {
          return Reach.of("print");
        }

        @Override
        public Reach ofViewer(Predicate<String> isMember) {
          return Reach.EVERYWHERE;
        }
      };

  private static Rights rights(Set<String> roles, Set<String> groups) {
    return rights(roles, groups, REACHES);
  }

  private static Rights rights(Set<String> roles, Set<String> groups, Reaches reaches) {
    HttpServletRequest request =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                RightsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "isUserInRole" -> roles.contains(arguments[0]);
                      case "getAttribute" -> arguments[0].equals(Rights.GROUPS) ? groups : null;
                      case "getUserPrincipal" -> null;
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    return new Rights(request, reaches);
  }

  @Test
  void groups_are_roles_of_the_container_or_those_that_the_login_knows() {
    Rights byRole = rights(Set.of("queue-job-operator", "mail-team"), null);
    Rights byGroup = rights(Set.of("queue-job-operator"), Set.of("mail-team"));
    assertThat(byRole.reach(AdminRole.OPERATOR)).isEqualTo(Reach.of("mail"));
    assertThat(byGroup.reach(AdminRole.OPERATOR)).isEqualTo(Reach.of("mail"));
    assertThat(byGroup.operates("root.mail.urgent")).isTrue();
    assertThat(byGroup.operates("root.print")).isFalse();
    assertThat(byGroup.getChannels()).isEqualTo("root.mail");
  }

  private static Rights limited(Set<String> roles, Set<String> groups) {
    Reaches reaches =
        new Reaches() {
          @Override
          public Reach ofOperator(Predicate<String> isMember) {
            return REACHES.ofOperator(isMember);
          }

          @Override
          public Reach ofAdministrator(Predicate<String> isMember) {
            return REACHES.ofAdministrator(isMember);
          }

          @Override
          public Reach ofViewer(Predicate<String> isMember) {
            return isMember.test("auditors")
                ? Reach.EVERYWHERE
                : isMember.test("readers") ? Reach.of("docs") : Reach.NOWHERE;
          }
        };
    return rights(roles, groups, reaches);
  }

  @Test
  void one_sees_what_the_setting_says_and_where_one_may_act() {
    Set<String> viewer = Set.of("queue-job-viewer");
    assertThat(rights(viewer, Set.of()).isSeeingAll()).isTrue();
    assertThat(limited(viewer, Set.of("readers")).sight()).isEqualTo(Reach.of("docs"));
    assertThat(limited(viewer, Set.of("auditors")).isSeeingAll()).isTrue();
    assertThat(limited(viewer, Set.of("mail-team")).sight()).isEqualTo(Reach.NOWHERE);
    assertThat(limited(Set.of(), Set.of("readers")).sight()).isEqualTo(Reach.NOWHERE);
    Set<String> operator = Set.of("queue-job-operator");
    assertThat(limited(operator, Set.of("mail-team", "readers")).sight())
        .isEqualTo(Reach.of("docs", "mail"));
    assertThat(limited(operator, Set.of("office")).isSeeingAll()).isTrue();
    assertThat(limited(Set.of("queue-job-admin"), Set.of()).sight()).isEqualTo(Reach.of("print"));
  }

  @Test
  void what_tells_of_all_channels_is_for_who_sees_all() {
    GivenRights docs =
        new GivenRights(AdminRole.VIEWER) {
          @Override
          public Reach sight() {
            return Reach.of("docs");
          }
        };
    assertThatThrownBy(docs::requireWholeSight)
        .isInstanceOf(RightMissingException.class)
        .hasMessageStartingWith("QJ7194 refused to 'ann'")
        .hasMessageContaining("found root.docs");
    assertThat(docs.refusals).hasSize(1);
    new GivenRights(AdminRole.VIEWER).requireWholeSight();
  }

  @Test
  void without_the_role_a_group_is_worth_nothing() {
    Rights viewer = rights(Set.of("queue-job-viewer"), Set.of("office"));
    assertThat(viewer.reach(AdminRole.OPERATOR)).isEqualTo(Reach.NOWHERE);
    assertThat(viewer.isOperator()).isFalse();
  }

  @Test
  void an_administrator_mends_where_administering_and_where_an_operator() {
    Rights both = rights(Set.of("queue-job-operator", "queue-job-admin"), Set.of("mail-team"));
    assertThat(both.reach(AdminRole.OPERATOR)).isEqualTo(Reach.of("mail", "print"));
    assertThat(both.reach(AdminRole.ADMINISTRATOR)).isEqualTo(Reach.of("print"));
    assertThat(both.administers("root.mail")).isFalse();
    Rights office = rights(Set.of("queue-job-operator", "queue-job-admin"), Set.of("office"));
    assertThat(office.isOperatorEverywhere()).isTrue();
    assertThat(office.isAdministratorEverywhere()).isFalse();
  }

  @Test
  void a_command_is_given_within_the_callers_channels_and_a_refusal_is_told() {
    GivenRights mail = new GivenRights(AdminRole.OPERATOR, Reach.of("mail"));
    assertThat(mail.<Caller>act(AdminRole.OPERATOR, by -> by))
        .isEqualTo(new Caller("ann", Reach.of("mail")));
    assertThatThrownBy(
            () ->
                mail.act(
                    AdminRole.OPERATOR,
                    by -> {
                      throw new OutOfReachException("QJ7092", "job elsewhere");
                    }))
        .isInstanceOf(RightMissingException.class)
        .hasMessage("QJ7193 refused to 'ann': QJ7092 job elsewhere");
    assertThat(mail.refusals).hasSize(1);
  }

  @Test
  void who_acts_in_some_channels_only_changes_nothing_that_is_for_all() {
    GivenRights mail = new GivenRights(AdminRole.ADMINISTRATOR, Reach.of("mail"));
    assertThatThrownBy(() -> mail.requireEverywhere(AdminRole.ADMINISTRATOR))
        .isInstanceOf(RightMissingException.class)
        .hasMessageStartingWith("QJ7193 refused to 'ann': this is for all channels")
        .hasMessageContaining("queue-job.admin-channels, found root.mail");
    assertThat(mail.refusals).hasSize(1);
    GivenRights all = new GivenRights(AdminRole.ADMINISTRATOR);
    assertThat(all.requireEverywhere(AdminRole.ADMINISTRATOR)).isEqualTo("ann");
  }

  @Test
  void who_has_the_role_for_no_channel_is_refused_and_shown_nothing() {
    GivenRights nowhere = new GivenRights(AdminRole.OPERATOR, Reach.NOWHERE);
    assertThat(nowhere.isOperator()).isFalse();
    assertThatThrownBy(() -> nowhere.act(AdminRole.OPERATOR, by -> by))
        .hasMessageStartingWith("QJ7193 ")
        .hasMessageContaining("queue-job.operator-channels");
    assertThat(nowhere.refusals).hasSize(1);
  }
}
