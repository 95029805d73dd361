package io.queuejob.console.login;

import io.queuejob.console.ConsoleSettings;
import io.queuejob.web.access.AdminRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which roles groups are worth here. The name of a role is a group that has it; the settings add
 * further ones. In a console that only reads, every role is that of a viewer.
 */
@ApplicationScoped
public class Grants {
  private static final Map<AdminRole, String> KEYS =
      new EnumMap<>(
          Map.of(
              AdminRole.VIEWER, "queue-job.console.viewer-groups",
              AdminRole.OPERATOR, "queue-job.console.operator-groups",
              AdminRole.ADMINISTRATOR, "queue-job.console.admin-groups"));
  static final String READ_ONLY = "queue-job.console.read-only";

  private final Map<AdminRole, Set<String>> groups = new EnumMap<>(AdminRole.class);
  private final boolean readOnly;

  /** As this process was started. */
  public Grants() {
    this(ConsoleSettings.ofProcess());
  }

  Grants(ConsoleSettings settings) {
    KEYS.forEach((role, key) -> groups.put(role, settings.words(key)));
    readOnly = settings.isOn(READ_ONLY);
  }

  /** Whether nobody changes anything by this console. */
  boolean isReadOnly() {
    return readOnly;
  }

  /** Names of the roles that a member of these groups has; empty for somebody without any. */
  public Set<String> rolesOf(Set<String> memberOf) {
    Set<String> roles = new HashSet<>();
    Stream.of(AdminRole.values())
        .filter(role -> isGranted(role, memberOf))
        .map(role -> readOnly ? AdminRole.VIEWER : role)
        .forEach(role -> roles.add(role.roleName()));
    return roles;
  }

  private boolean isGranted(AdminRole role, Set<String> memberOf) {
    return memberOf.contains(role.roleName())
        || groups.get(role).stream().anyMatch(memberOf::contains);
  }
}
