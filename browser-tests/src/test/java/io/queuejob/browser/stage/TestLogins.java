package io.queuejob.browser.stage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Map;
import java.util.Set;

/** Put into the console beside its own store: people by the groups of their company. */
@ApplicationScoped
public class TestLogins implements IdentityStore {

  private static final Map<Account, String> GROUPS =
      Map.of(
          Account.VIEWER, "look-at-all",
          Account.OPERATOR, "operations",
          Account.MAILER, "mail-team",
          Account.PEEKER, "look-team",
          Account.OPENER, "open-team");

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (!(credential instanceof UsernamePasswordCredential given)) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
    for (Map.Entry<Account, String> one : GROUPS.entrySet()) {
      Account account = one.getKey();
      if (given.compareTo(account.user(), account.password())) {
        return new CredentialValidationResult(account.user(), Set.of(one.getValue()));
      }
    }
    return CredentialValidationResult.INVALID_RESULT;
  }
}
