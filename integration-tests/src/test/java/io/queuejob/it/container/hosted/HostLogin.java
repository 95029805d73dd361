package io.queuejob.it.container.hosted;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Map;
import java.util.Set;

/** The application's own login, which gives roles of the admin to its own people. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "hosts")
public class HostLogin implements IdentityStore {
  private static final Map<String, String> GROUPS =
      Map.of(
          "guest", "host",
          "vera", "queue-job-viewer",
          "olga", "queue-job-operator");

  /** Knows three people by one password. */
  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    String group = GROUPS.get(credential.getCaller());
    return group != null && "open sesame".equals(credential.getPasswordAsString())
        ? new CredentialValidationResult(credential.getCaller(), Set.of(group))
        : CredentialValidationResult.INVALID_RESULT;
  }
}
