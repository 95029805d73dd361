package io.queuejob.it.container.foreign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** The application's own login. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "guests")
public class Login implements IdentityStore {

  /** Knows one user. */
  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    return credential.compareTo("hilda", "open sesame")
        ? new CredentialValidationResult("hilda", Set.of("host"))
        : CredentialValidationResult.INVALID_RESULT;
  }
}
