package io.queuejob.internal.operations.inspect;

import io.queuejob.admin.job.JobDossier;
import io.queuejob.admin.job.JobGraphRows;
import io.queuejob.admin.job.JobNow;
import io.queuejob.admin.job.LogLine;
import io.queuejob.admin.job.WaitReason;
import io.queuejob.admin.reach.Reach;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.inspect.GraphReading;
import io.queuejob.internal.storage.inspect.JobFacts;
import io.queuejob.internal.storage.inspect.JobFactsStore;
import io.queuejob.internal.storage.inspect.LogReading;
import io.queuejob.internal.storage.inspect.Surroundings;
import io.queuejob.internal.storage.inspect.SurroundingsStore;
import io.queuejob.internal.storage.reach.SightStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Reads what is known of a job, each part by statements of its own. */
public final class DossierReading {
  private static final Set<String> OVER = Set.of("done", "cancelled", "failed");

  private final JobFactsStore facts;
  private final SurroundingsStore surroundings;
  private final GraphReading graphs;
  private final LogReading logs;
  private final Veil veil;
  private final Function<String, List<String>> parameterNames;

  /**
   * Reading.
   *
   * @param parameterNames names of a function's parameters, by its registered name; empty if they
   *     are not known here
   */
  public DossierReading(Database database, Function<String, List<String>> parameterNames) {
    this.facts = new JobFactsStore(database);
    this.surroundings = new SurroundingsStore(database);
    this.graphs = new GraphReading(database);
    this.logs = new LogReading(database);
    this.veil = new Veil(Reach.EVERYWHERE, new SightStore(database));
    this.parameterNames = parameterNames;
  }

  private DossierReading(DossierReading all, Veil veil) {
    this.facts = all.facts;
    this.surroundings = all.surroundings;
    this.graphs = all.graphs;
    this.logs = all.logs;
    this.veil = veil;
    this.parameterNames = all.parameterNames;
  }

  /** The same for who may see some channels only. */
  DossierReading seeing(Reach reach) {
    return new DossierReading(this, veil.and(reach));
  }

  private Optional<JobFacts> facts(UUID uuid) {
    return facts.of(uuid).filter(job -> !veil.hides(job));
  }

  Optional<JobNow> now(UUID uuid) {
    return facts(uuid).map(this::now);
  }

  private JobNow now(JobFacts job) {
    Surroundings around = OVER.contains(job.state()) ? Surroundings.NONE : surroundings.of(job);
    List<WaitReason> reasons = veil.reasons(WaitReasons.of(job, around));
    return new JobNow(
        job.now(),
        reasons,
        progress(job.hold()),
        identity(job.identity()),
        job.graph(),
        job.origin(),
        parameterNames.apply(job.place().function()));
  }

  private static JobNow.Progress progress(JobFacts.Hold hold) {
    return hold == null || hold.progress() == null
        ? null
        : new JobNow.Progress(hold.progress().done(), hold.progress().of(), hold.progress().text());
  }

  private JobNow.Identity identity(JobFacts.Identity identity) {
    return identity == null
        ? null
        : new JobNow.Identity(
            identity.key(), identity.scope(), identity.blocks(), veil.other(identity.twin()));
  }

  Optional<JobGraphRows> graph(UUID uuid) {
    return facts(uuid).map(job -> graph(job, graphs.around(job, JobDossier.MOST_NODES)));
  }

  private JobGraphRows graph(JobFacts job, GraphReading.Picture picture) {
    boolean truncated = picture.nodes().size() > JobDossier.MOST_NODES;
    List<GraphReading.Node> read = picture.nodes().stream().limit(JobDossier.MOST_NODES).toList();
    List<JobGraphRows.Node> nodes = veil.nodes(read).stream().map(DossierReading::node).toList();
    Set<Long> known = Set.copyOf(nodes.stream().map(JobGraphRows.Node::id).toList());
    List<JobGraphRows.Edge> edges =
        picture.edges().stream()
            .filter(edge -> known.contains(edge.parent()) && known.contains(edge.child()))
            .map(edge -> new JobGraphRows.Edge(edge.parent(), edge.child(), edge.open()))
            .toList();
    return new JobGraphRows(job.graph(), nodes, edges, truncated, read.size() - nodes.size());
  }

  private static JobGraphRows.Node node(GraphReading.Node node) {
    return new JobGraphRows.Node(
        node.id(), node.uuid(), node.function(), node.description(), node.state(), node.percent());
  }

  Optional<List<LogLine>> log(UUID uuid, Long after, int limit) {
    return facts(uuid)
        .map(
            job ->
                after == null ? logs.newest(job.id(), limit) : logs.after(job.id(), after, limit))
        .map(lines -> lines.stream().map(this::line).toList());
  }

  private LogLine line(LogReading.Line line) {
    return new LogLine(line.id(), line.attempt(), line.at(), veil.line(line.text()));
  }
}
