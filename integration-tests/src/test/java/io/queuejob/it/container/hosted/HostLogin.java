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
  private static final Map<String, Set<String>> GROUPS =
      Map.of(
          "guest", Set.of("host"),
          "vera", Set.of("queue-job-viewer"),
          "olga", Set.of("queue-job-operator", "office"),
          "mia", Set.of("queue-job-operator", "mail-team"));

  /** Knows some people by one password. */
  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    Set<String> groups = GROUPS.get(credential.getCaller());
    return groups != null && "open sesame".equals(credential.getPasswordAsString())
        ? new CredentialValidationResult(credential.getCaller(), groups)
        : CredentialValidationResult.INVALID_RESULT;
  }
}
