package io.queuejob.console.login;

import io.queuejob.web.access.AdminRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;

/** Knows the account of the environment and gives it the role of the admin. */
@ApplicationScoped
public class AdminIdentityStore implements IdentityStore {
  private static final Logger LOG = System.getLogger(AdminIdentityStore.class.getName());
  private static final String NO_ACCOUNT =
      "QJ7201 Console login: expected a user and a password in the environment variables %s and %s"
          + " (or the system properties %s and %s), found none; every login is refused until the"
          + " server is started with them.";

  private final Optional<AdminAccount> account;

  /** Reads the account of this process. */
  public AdminIdentityStore() {
    this(AdminAccount.read(System::getenv, System::getProperty));
  }

  AdminIdentityStore(Optional<AdminAccount> account) {
    this.account = account;
  }

  void started(@Observes @Initialized(ApplicationScoped.class) Object event) {
    if (account.isEmpty()) {
      LOG.log(
          Level.WARNING,
          NO_ACCOUNT.formatted(
              AdminAccount.USER_VARIABLE,
              AdminAccount.PASSWORD_VARIABLE,
              AdminAccount.USER_PROPERTY,
              AdminAccount.PASSWORD_PROPERTY));
    }
  }

  /** Whether there is anybody who could come in. */
  boolean hasAccount() {
    return account.isPresent();
  }

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (!(credential instanceof UsernamePasswordCredential given)) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
    boolean right =
        account.isPresent()
            && account.get().matches(given.getCaller(), given.getPasswordAsString());
    return right
        ? new CredentialValidationResult(
            given.getCaller(), Set.of(AdminRole.ADMINISTRATOR.roleName()))
        : CredentialValidationResult.INVALID_RESULT;
  }
}
