package io.queuejob.console.login;

import io.queuejob.console.ConsoleSettings;
import io.queuejob.web.access.AdminRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;
import java.util.Set;

/** Knows the accounts of the environment and gives each its role. */
@ApplicationScoped
public class AdminIdentityStore implements IdentityStore {
  private final Accounts accounts;

  /** Reads the accounts of this process. */
  public AdminIdentityStore() {
    this(Accounts.read(ConsoleSettings.ofProcess()));
  }

  AdminIdentityStore(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The accounts. */
  Accounts accounts() {
    return accounts;
  }

  /** Whether there is anybody who could come in. */
  boolean hasAccount() {
    return !accounts.isEmpty();
  }

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (!(credential instanceof UsernamePasswordCredential given)) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
    Optional<AdminRole> role = accounts.roleOf(given.getCaller(), given.getPasswordAsString());
    return role.isPresent()
        ? new CredentialValidationResult(given.getCaller(), Set.of(role.get().roleName()))
        : CredentialValidationResult.INVALID_RESULT;
  }
}
