package io.queuejob.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.web.access.AdminRole;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdminAccountTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("QUEUE_JOB_ADMIN_USER", "ann", "QUEUE_JOB_ADMIN_PASSWORD", "pässword:1");
  private static final Map<String, String> PROPERTIES =
      Map.of("queue-job.admin.user", "bob", "queue-job.admin.password", "other");

  @Test
  void environment_names_the_account() {
    AdminAccount account = read(ENVIRONMENT, Map.of()).orElseThrow();
    assertThat(account.matches("ann", "pässword:1")).isTrue();
    assertThat(account.matches("ann", "pässword:2")).isFalse();
    assertThat(account.matches("Ann", "pässword:1")).isFalse();
    assertThat(account.matches("", "")).isFalse();
  }

  @Test
  void properties_name_it_where_the_environment_does_not() {
    assertThat(read(Map.of(), PROPERTIES).orElseThrow().matches("bob", "other")).isTrue();
    assertThat(read(ENVIRONMENT, PROPERTIES).orElseThrow().matches("bob", "other")).isFalse();
  }

  @Test
  void half_an_account_is_none() {
    assertThat(read(Map.of("QUEUE_JOB_ADMIN_USER", "ann"), Map.of())).isEmpty();
    assertThat(read(Map.of("QUEUE_JOB_ADMIN_PASSWORD", "x"), Map.of())).isEmpty();
    assertThat(
            read(Map.of("QUEUE_JOB_ADMIN_USER", "ann", "QUEUE_JOB_ADMIN_PASSWORD", " "), Map.of()))
        .isEmpty();
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
    AdminIdentityStore store = new AdminIdentityStore(Optional.empty());
    assertThat(store.hasAccount()).isFalse();
    assertThat(store.validate(new UsernamePasswordCredential("admin", "admin")).getStatus())
        .isEqualTo(CredentialValidationResult.Status.INVALID);
  }

  private static Optional<AdminAccount> read(
      Map<String, String> environment, Map<String, String> properties) {
    return AdminAccount.read(environment::get, properties::get);
  }
}
