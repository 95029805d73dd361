package io.queuejob.console.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.console.ConsoleSettings;
import io.queuejob.web.access.AdminRole;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountsTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("QUEUE_JOB_ADMIN_USER", "ann", "QUEUE_JOB_ADMIN_PASSWORD", "pässword:1");
  private static final Map<String, String> PROPERTIES =
      Map.of("queue-job.admin.user", "bob", "queue-job.admin.password", "other");

  private static ConsoleSettings settings(
      Map<String, String> environment, Map<String, String> properties) {
    return new ConsoleSettings(environment::get, properties::get);
  }

  private static Accounts read(Map<String, String> environment, Map<String, String> properties) {
    return Accounts.read(settings(environment, properties));
  }

  @Test
  void environment_names_the_account() {
    Accounts accounts = read(ENVIRONMENT, Map.of());
    assertThat(accounts.roleOf("ann", "pässword:1")).contains(AdminRole.ADMINISTRATOR);
    assertThat(accounts.roleOf("ann", "pässword:2")).isEmpty();
    assertThat(accounts.roleOf("Ann", "pässword:1")).isEmpty();
    assertThat(accounts.roleOf("", "")).isEmpty();
  }

  @Test
  void properties_name_it_where_the_environment_does_not() {
    assertThat(read(Map.of(), PROPERTIES).roleOf("bob", "other")).isPresent();
    assertThat(read(ENVIRONMENT, PROPERTIES).roleOf("bob", "other")).isEmpty();
  }

  @Test
  void each_role_has_an_account_of_its_own() {
    Accounts accounts =
        read(
            ENVIRONMENT,
            Map.of(
                "queue-job.viewer.user", "vic",
                "queue-job.viewer.password", "v",
                "queue-job.operator.user", "olga",
                "queue-job.operator.password", "o"));
    assertThat(accounts.roleOf("vic", "v")).contains(AdminRole.VIEWER);
    assertThat(accounts.roleOf("olga", "o")).contains(AdminRole.OPERATOR);
    assertThat(accounts.roleOf("vic", "o")).isEmpty();
    assertThat(accounts.complaints()).isEmpty();
  }

  @Test
  void half_an_account_is_none_and_is_named() {
    assertThat(read(Map.of("QUEUE_JOB_ADMIN_USER", "ann"), Map.of()).complaints())
        .singleElement()
        .asString()
        .startsWith("QJ7205 ")
        .contains("QUEUE_JOB_ADMIN_PASSWORD");
    assertThat(read(Map.of("QUEUE_JOB_ADMIN_PASSWORD", "x"), Map.of()).isEmpty()).isTrue();
    assertThat(
            read(Map.of("QUEUE_JOB_ADMIN_USER", "ann", "QUEUE_JOB_ADMIN_PASSWORD", " "), Map.of())
                .isEmpty())
        .isTrue();
  }

  @Test
  void of_two_accounts_with_one_name_the_one_with_more_rights_is_there() {
    Accounts accounts =
        read(ENVIRONMENT, Map.of("queue-job.viewer.user", "ann", "queue-job.viewer.password", "v"));
    assertThat(accounts.roleOf("ann", "v")).isEmpty();
    assertThat(accounts.complaints()).singleElement().asString().startsWith("QJ7206 ");
  }

  @Test
  void store_gives_the_role_to_the_right_person_only() {
    AdminIdentityStore store = new AdminIdentityStore(read(ENVIRONMENT, Map.of()));
    CredentialValidationResult right =
        store.validate(new UsernamePasswordCredential("ann", "pässword:1"));
    assertThat(right.getCallerGroups()).containsExactly(AdminRole.ADMINISTRATOR.roleName());
    assertThat(right.getCallerPrincipal().getName()).isEqualTo("ann");
    assertThat(store.validate(new UsernamePasswordCredential("ann", "x")).getStatus())
        .isEqualTo(CredentialValidationResult.Status.INVALID);
    assertThat(store.validate(new CallerOnlyCredential("ann")).getStatus())
        .isEqualTo(CredentialValidationResult.Status.NOT_VALIDATED);
  }

  @Test
  void without_an_account_everybody_is_refused() {
    AdminIdentityStore store = new AdminIdentityStore(read(Map.of(), Map.of()));
    assertThat(store.hasAccount()).isFalse();
    assertThat(store.validate(new UsernamePasswordCredential("admin", "admin")).getStatus())
        .isEqualTo(CredentialValidationResult.Status.INVALID);
  }

  @Test
  void groups_are_worth_roles() {
    Grants grants =
        new Grants(settings(Map.of("QUEUE_JOB_CONSOLE_ADMIN_GROUPS", "ops, boss"), Map.of()));
    assertThat(grants.rolesOf(Set.of("boss"))).containsExactly("queue-job-admin");
    assertThat(grants.rolesOf(Set.of("queue-job-viewer", "x"))).containsExactly("queue-job-viewer");
    assertThat(grants.rolesOf(Set.of("x"))).isEmpty();
    assertThat(grants.isReadOnly()).isFalse();
  }

  @Test
  void in_a_console_that_only_reads_everybody_is_a_viewer() {
    Grants grants = new Grants(settings(Map.of(), Map.of("queue-job.console.read-only", "true")));
    assertThat(grants.rolesOf(Set.of("queue-job-admin"))).containsExactly("queue-job-viewer");
    assertThat(grants.rolesOf(Set.of("x"))).isEmpty();
    assertThatThrownBy(
            () -> new Grants(settings(Map.of("QUEUE_JOB_CONSOLE_READ_ONLY", "perhaps"), Map.of())))
        .hasMessageStartingWith("QJ7300 queue-job.console.read-only: expected true or false");
  }
}
