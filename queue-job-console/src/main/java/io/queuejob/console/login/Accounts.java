package io.queuejob.console.login;

import static io.queuejob.console.ConsoleSettings.variable;

import io.queuejob.console.ConsoleSettings;
import io.queuejob.web.access.AdminRole;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The console's own accounts, at most one for each role. */
final class Accounts {
  /** First words of the settings, the role with most rights first. */
  private static final List<Map.Entry<AdminRole, String>> KEYS =
      List.of(
          Map.entry(AdminRole.ADMINISTRATOR, "queue-job.admin"),
          Map.entry(AdminRole.OPERATOR, "queue-job.operator"),
          Map.entry(AdminRole.VIEWER, "queue-job.viewer"));

  private final List<Account> all = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  private Accounts() {}

  /** The accounts that the settings name; one that is not complete is none. */
  static Accounts read(ConsoleSettings settings) {
    Accounts accounts = new Accounts();
    KEYS.forEach(key -> accounts.add(settings, key.getKey(), key.getValue()));
    return accounts;
  }

  private void add(ConsoleSettings settings, AdminRole role, String key) {
    Optional<String> user = settings.text(key + ".user");
    Optional<String> password = settings.text(key + ".password");
    if (user.isPresent() != password.isPresent()) {
      String missing = key + (user.isPresent() ? ".password" : ".user");
      complaints.add(
          "QJ7205 Console login: expected user and password together, found no %s (%s); that account is not there until the console is started with both."
              .formatted(missing, variable(missing)));
    } else if (user.isPresent()) {
      Account account = new Account(role, user.get(), password.get());
      if (all.stream().anyMatch(account::isNamedAs)) {
        complaints.add(
            "QJ7206 Console login: expected a name of its own for %s.user, found that of another account; give it another one. Only the account with more rights is there."
                .formatted(key));
      } else {
        all.add(account);
      }
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** What is wrong with the settings, in words for the log. */
  List<String> complaints() {
    return complaints;
  }

  /** The role of who gives these two; empty if nobody has them. Looks at every account. */
  Optional<AdminRole> roleOf(String user, String password) {
    AdminRole found = null;
    for (Account account : all) {
      if (account.matches(user, password)) {
        found = account.role();
      }
    }
    return Optional.ofNullable(found);
  }

  /**
   * One person who may come in. Keeps digests only, of equal length for a comparison in equal time.
   */
  private static final class Account {
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
}
