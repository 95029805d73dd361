package io.queuejob.web.job;

import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.JobDetail;
import io.queuejob.admin.job.JobDossier;
import io.queuejob.admin.job.JobGraphRows;
import io.queuejob.admin.job.JobNow;
import io.queuejob.admin.job.LogLine;
import io.queuejob.web.StateWord;
import io.queuejob.web.job.graph.Drawing;
import io.queuejob.web.job.graph.Layout;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * All that the page shows of a job, read at one time.
 *
 * @param detail its row and history
 * @param now what is true of it now
 * @param graph its graph
 * @param log its newest lines, oldest first
 */
record JobSnapshot(JobDetail detail, JobNow now, JobGraphRows graph, List<LogLine> log) {
  static final int LINES = 300;
  private static final Set<String> ENDED = Set.of("done", "failed", "cancelled");

  /**
   * A result in full, of a job as it was then: that of a later run is another, which nobody asked
   * for.
   */
  record Revealed(String text, JobDetail then) {
    /** Null if nothing was revealed. */
    static Revealed of(Optional<String> text, JobDetail then) {
      return text.map(shown -> new Revealed(shown, then)).orElse(null);
    }

    boolean isOf(JobDetail now) {
      return Objects.equals(then.result(), now.result())
          && Objects.equals(then.row().finished(), now.row().finished());
    }
  }

  /** Reads a job; empty if there is none, or it went while it was read. */
  static Optional<JobSnapshot> of(UUID uuid, JobAdmin admin, JobDossier dossier) {
    Optional<JobDetail> detail = admin.job(uuid);
    Optional<JobNow> now = detail.flatMap(job -> dossier.now(uuid));
    Optional<JobGraphRows> graph = now.flatMap(job -> dossier.graph(uuid));
    return graph
        .flatMap(rows -> dossier.log(uuid, null, LINES))
        .map(lines -> new JobSnapshot(detail.get(), now.get(), graph.get(), lines));
  }

  StateWord state() {
    return StateWord.of(detail.row().state()).orElse(StateWord.PENDING);
  }

  Drawing drawing() {
    return Layout.of(graph, detail.row().uuid());
  }

  /** How many jobs wait for this one directly. */
  long children() {
    return graph.edges().stream().filter(edge -> edge.parent() == detail.row().id()).count();
  }

  /** Whether jobs wait for this one that would be cancelled with it. */
  boolean hasWaiting() {
    return graph.edges().stream().anyMatch(e -> e.parent() == detail.row().id() && e.open());
  }

  boolean hasEnded() {
    return ENDED.contains(detail.row().state());
  }

  /** Panels that show something else than before; they count as shown from now on. */
  Set<Panel> changedSince(Map<Panel, Integer> shown) {
    Set<Panel> changed = EnumSet.noneOf(Panel.class);
    for (Panel panel : Panel.values()) {
      Integer mark = fingerprint(panel);
      if (!mark.equals(shown.put(panel, mark))) {
        changed.add(panel);
      }
    }
    return changed;
  }

  /** A number that changes with what a panel of the page shows. */
  int fingerprint(Panel panel) {
    return switch (panel) {
      case NOW ->
          Objects.hash(
              detail.row(),
              detail.started(),
              detail.result(),
              detail.cancelRequested(),
              hasWaiting());
      case WHY -> Objects.hash(now.reasons(), now.progress(), now.identity(), detail.errorClass());
      case PAST -> Objects.hash(detail.attempts(), detail.row().state(), log, detail.started());
      case GRAPH -> Objects.hash(graph);
    };
  }
}
