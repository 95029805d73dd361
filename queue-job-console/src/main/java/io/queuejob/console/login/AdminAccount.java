package io.queuejob.console.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The one person who may come in. Keeps digests only, of equal length for a comparison in equal
 * time.
 */
final class AdminAccount {
  static final String USER_VARIABLE = "QUEUE_JOB_ADMIN_USER";
  static final String PASSWORD_VARIABLE = "QUEUE_JOB_ADMIN_PASSWORD";
  static final String USER_PROPERTY = "queue-job.admin.user";
  static final String PASSWORD_PROPERTY = "queue-job.admin.password";

  private final byte[] user;
  private final byte[] password;

  private AdminAccount(String user, String password) {
    this.user = digest(user);
    this.password = digest(password);
  }

  /**
   * The account that the environment names, else the system properties; empty if either gives no
   * name or no password.
   */
  static Optional<AdminAccount> read(
      UnaryOperator<String> environment, UnaryOperator<String> properties) {
    String user = first(environment.apply(USER_VARIABLE), properties.apply(USER_PROPERTY));
    String password =
        first(environment.apply(PASSWORD_VARIABLE), properties.apply(PASSWORD_PROPERTY));
    return user == null || password == null
        ? Optional.empty()
        : Optional.of(new AdminAccount(user, password));
  }

  /** Whether both are right; takes the same time whichever is wrong. */
  @SuppressWarnings("ShortCircuitBoolean") // a short circuit would tell which one was wrong
  boolean matches(String givenUser, String givenPassword) {
    boolean rightUser = MessageDigest.isEqual(user, digest(givenUser));
    boolean rightPassword = MessageDigest.isEqual(password, digest(givenPassword));
    return rightUser & rightPassword;
  }

  private static String first(String one, String other) {
    return one != null && !one.isBlank() ? one : other == null || other.isBlank() ? null : other;
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
