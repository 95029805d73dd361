package io.queuejob.devdb.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way PostgreSQL's programs are run, because they refuse to run as root.
 *
 * @param description for messages
 * @param prefix words before the command
 * @param owner who must own the data folder; null if it stays as it is
 */
public record RunAs(String description, List<String> prefix, String owner) {

  private static final Duration PROBE_LIMIT = Duration.ofSeconds(20);
  private static final String PROBE =
      "if [ \"$(id -u)\" = 0 ]; then echo 'still root'; exit 1; fi; "
          + ": > \"$1/probe\" && exec \"$2/bin/postgres\" --version";

  /**
   * The first way that works on this machine for this place.
   *
   * @param home the unpacked programs
   * @param folder the folder that will hold the data folder; exists
   * @throws IOException listing all that was tried
   */
  public static RunAs choose(Path home, Path folder) throws IOException {
    return choose(home, folder, candidates(folder));
  }

  static RunAs choose(Path home, Path folder, List<RunAs> candidates) throws IOException {
    var refusals = new ArrayList<String>();
    for (RunAs candidate : candidates) {
      Optional<String> refusal = candidate.refusal(home, folder);
      if (refusal.isEmpty()) {
        return candidate;
      }
      refusals.add(candidate.description + ": " + refusal.get());
    }
    throw new IOException(
        """
        PostgreSQL cannot run here. Tried:
          %s
        Allow user namespaces, or run as another user than root, or make %s and %s reachable for an \
        unprivileged user."""
            .formatted(String.join("\n  ", refusals), home, folder));
  }

  private static List<RunAs> forOthers() {
    return List.of(new RunAs("directly, as the current user", List.of(), null));
  }

  private static List<RunAs> forRoot() {
    var ways = new ArrayList<RunAs>();
    // inside, root's files and root itself appear as user 65534: neither root nor anybody else's
    ways.add(
        new RunAs("in a user namespace of its own (unshare -U)", List.of("unshare", "-U"), "root"));
    for (String user : List.of("postgres", "nobody")) {
      ways.add(
          new RunAs(
              "as user " + user + " (setpriv)",
              List.of("setpriv", "--reuid=" + user, "--clear-groups"),
              user));
      ways.add(
          new RunAs("as user " + user + " (runuser)", List.of("runuser", "-u", user, "--"), user));
    }
    return ways;
  }

  /** The command with what makes it run this way. */
  List<String> command(List<String> words) {
    var all = new ArrayList<>(prefix);
    all.addAll(words);
    return all;
  }

  /** Gives a path, with all below, to the user that the programs will run as. */
  public void own(Path path) throws IOException {
    if (owner != null) {
      Trees.own(path, owner);
    }
  }

  private Optional<String> refusal(Path home, Path folder) {
    try {
      Path trial = Files.createTempDirectory(folder, "run-as-");
      try {
        own(trial);
        var command =
            command(List.of("sh", "-c", PROBE, "probe", trial.toString(), home.toString()));
        PostgresPrograms.Result result = PostgresPrograms.run(command, PROBE_LIMIT);
        return result.succeeded() ? Optional.empty() : Optional.of(result.output());
      } finally {
        Trees.delete(trial);
      }
    } catch (IOException e) {
      return Optional.of(e.toString());
    }
  }

  /** The ways that make sense for the current user, best first. */
  static List<RunAs> candidates(Path folder) throws IOException {
    Path mine = Files.createTempFile(folder, "who-am-i-", "");
    try {
      return Trees.ownerId(mine) == 0 ? forRoot() : forOthers();
    } finally {
      Files.delete(mine);
    }
  }
}
