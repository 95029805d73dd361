package io.queuejob.console.login;

import io.queuejob.web.access.AdminRole;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * One person who may come in. Keeps digests only, of equal length for a comparison in equal time.
 */
final class Account {
  private final AdminRole role;
  private final byte[] user;
  private final byte[] password;

  Account(AdminRole role, String user, String password) {
    this.role = role;
    this.user = digest(user);
    this.password = digest(password);
  }

  AdminRole role() {
    return role;
  }

  boolean isNamedAs(Account other) {
    return MessageDigest.isEqual(user, other.user);
  }

  /** Whether both are right; takes the same time whichever is wrong. */
  @SuppressWarnings("ShortCircuitBoolean") // a short circuit would tell which one was wrong
  boolean matches(String givenUser, String givenPassword) {
    boolean rightUser = MessageDigest.isEqual(user, digest(givenUser));
    boolean rightPassword = MessageDigest.isEqual(password, digest(givenPassword));
    return rightUser & rightPassword;
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
