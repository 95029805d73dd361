package io.queuejob.browser.stage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Put into the console beside its own store: somebody who only sees, and somebody who mends. */
@ApplicationScoped
public class TestLogins implements IdentityStore {

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (!(credential instanceof UsernamePasswordCredential given)) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
    for (Account account : new Account[] {Account.VIEWER, Account.OPERATOR}) {
      if (given.compareTo(account.user(), account.password())) {
        return new CredentialValidationResult(
            account.user(), Set.of("queue-job-" + account.user()));
      }
    }
    return CredentialValidationResult.INVALID_RESULT;
  }
}
