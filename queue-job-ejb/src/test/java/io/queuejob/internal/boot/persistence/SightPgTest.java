package io.queuejob.internal.boot.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.JobFilter;
import io.queuejob.admin.JobPage;
import io.queuejob.admin.JobRow;
import io.queuejob.admin.audit.AuditEntry;
import io.queuejob.admin.audit.AuditFilter;
import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.BulkAdmin;
import io.queuejob.admin.bulk.BulkRequest;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.admin.channel.ChannelStatus;
import io.queuejob.admin.job.JobDossier;
import io.queuejob.admin.job.WaitReason;
import io.queuejob.admin.overview.Overview;
import io.queuejob.admin.overview.Window;
import io.queuejob.admin.reach.OutOfReachException;
import io.queuejob.admin.reach.Reach;
import io.queuejob.admin.search.JobGroups;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may see some channels only is told of no others, by whatever desk. */
class SightPgTest {
  private static final List<String> STATES =
      List.of(
          "failed",
          "pending",
          "wait_dependencies",
          "due",
          "enqueued",
          "started",
          "done",
          "cancelled",
          "queued");
  private static final UUID OPEN_BULK = UUID.fromString("aaaaaaaa-1111-4000-8000-000000000001");
  private static final UUID HIDDEN_BULK = UUID.fromString("deadbeef-1111-4000-8000-000000000001");

  private static TwoSides sides;
  private static final Map<String, Function<Reach, Object>> READINGS = new TreeMap<>();

  @BeforeAll
  static void write() throws Exception {
    sides = new TwoSides();
    READINGS.put("page", seen -> sides.search.seeing(seen).page("", null, 1000));
    READINGS.put("pages by id", SightPgTest::byIdentity);
    for (JobGroups.By by :
        List.of(JobGroups.By.CHANNEL, JobGroups.By.FUNCTION, JobGroups.By.ERROR)) {
      READINGS.put("groups " + by, seen -> sides.search.seeing(seen).groups("zq9", by));
    }
    READINGS.put("export", SightPgTest::exported);
    for (String word : List.of("channel:zq9", "function:zq9")) {
      READINGS.put("words " + word, seen -> sides.search.seeing(seen).completions(word));
    }
    READINGS.put("views", seen -> sides.views.seeing(seen).of("ann"));
    READINGS.put("list", seen -> sides.jobs.seeing(seen).list(filter(null)));
    READINGS.put("list of root", seen -> sides.jobs.seeing(seen).list(filter("root")));
    READINGS.put("jobs", seen -> each(uuid -> sides.jobs.seeing(seen).job(uuid)));
    READINGS.put("now", seen -> each(uuid -> sides.dossier.seeing(seen).now(uuid)));
    READINGS.put("graph", seen -> each(uuid -> sides.dossier.seeing(seen).graph(uuid)));
    READINGS.put("log", seen -> each(uuid -> sides.dossier.seeing(seen).log(uuid, null, 100)));
    READINGS.put("overview", seen -> sides.overview.seeing(seen).overview(Window.HOUR));
    READINGS.put("channels", seen -> sides.channels.seeing(seen).channels());
    READINGS.put("audit", seen -> sides.audit.seeing(seen).list(entries(null)));
    READINGS.put("audit of ann", seen -> sides.audit.seeing(seen).list(entries("ann")));
    READINGS.put("actors", seen -> sides.audit.seeing(seen).actors());
    READINGS.put("bulks", seen -> sides.bulks.seeing(seen).list(null, 100));
    READINGS.put("skips", seen -> sides.bulks.seeing(seen).skips(OPEN_BULK, 0, 100));
    READINGS.put("hidden bulk", seen -> sides.bulks.seeing(seen).bulk(HIDDEN_BULK));
    READINGS.put("preview", seen -> sides.bulks.seeing(seen).preview(requeue()));
  }

  @AfterAll
  static void close() {
    sides.close();
  }

  private static JobFilter filter(String channel) {
    return new JobFilter(Set.of(), null, channel, null, 100);
  }

  private static AuditFilter entries(String actor) {
    return new AuditFilter(actor, null, null, null, null, null, 100);
  }

  private static BulkRequest requeue() {
    return new BulkRequest(
        new JobChange(BulkAction.REQUEUE, null), "state:failed", null, null, null);
  }

  private static UUID job(String description) {
    try {
      return sides.job(description);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Object> each(Function<UUID, Object> reading) {
    return STATES.stream()
        .flatMap(state -> Stream.of("zq9open " + state, "zq9hidden " + state))
        .map(name -> reading.apply(job(name)))
        .toList();
  }

  private static List<JobRow> exported(Reach seen) {
    List<JobRow> all = new ArrayList<>();
    sides.search.seeing(seen).export("", 1000, all::addAll);
    return all;
  }

  private static Object byIdentity(Reach seen) {
    return Stream.of(
            "uuid:" + job("zq9hidden failed"),
            job("zq9hidden done").toString(),
            "graph:11111111-0000-4000-8000-000000000001",
            "key:zq9hidden",
            "key:zq9both",
            "node:one",
            "args.0:zq9hidden",
            "error:zq9hidden")
        .map(line -> sides.search.seeing(seen).page(line, null, 100).rows())
        .toList();
  }

  @Test
  void nothing_hidden_is_told_by_any_desk_and_all_of_it_to_who_sees_all() {
    READINGS.forEach(
        (name, reading) -> {
          assertThat(reading.apply(TwoSides.OPEN).toString())
              .as(name)
              .doesNotContain("zq9hidden", "deadbeef", "7777777");
          assertThat(reading.apply(Reach.NOWHERE).toString())
              .as(name + ", who sees nothing")
              .doesNotContain("zq9hidden", "deadbeef", "7777777", "zq9open", "aaaaaaaa");
          assertThat(reading.apply(Reach.EVERYWHERE).toString())
              .as(name + ", who sees all")
              .containsAnyOf("zq9hidden", "deadbeef");
        });
  }

  @Test
  void what_is_open_is_told() {
    assertThat(exported(TwoSides.OPEN)).hasSize(STATES.size());
    assertThat(sides.search.seeing(TwoSides.OPEN).count("")).isEqualTo(STATES.size());
    assertThat(sides.search.seeing(TwoSides.OPEN).groups("", JobGroups.By.STATE).groups())
        .allMatch(group -> group.functions() == 1);
    JobAdmin jobs = sides.jobs.seeing(TwoSides.OPEN);
    assertThat(jobs.list(filter(null)).rows()).hasSize(STATES.size());
    assertThat(jobs.list(filter("root.queue")).rows()).hasSize(1);
    assertThat(jobs.countByState())
        .containsEntry("pending", 3L)
        .containsEntry("wait_dependencies", 1L)
        .containsEntry("started", 1L)
        .containsEntry("done", 1L);
    assertThat(sides.channels.seeing(TwoSides.OPEN).channels())
        .extracting(ChannelStatus::path)
        .containsExactly("root.queue.zq9open", "root.zq9open");
    assertThat(sides.bulks.seeing(TwoSides.OPEN).list(null, 10))
        .extracting(Bulk::id)
        .containsExactly(OPEN_BULK);
    assertThat(sides.audit.seeing(TwoSides.OPEN).list(entries(null)).entries())
        .extracting(AuditEntry::action)
        .contains("requeued", "bulk requeue", "change channel")
        .hasSize(STATES.size() + 3);
  }

  @Test
  void numbers_are_those_of_the_channels_that_are_seen() {
    Overview overview = sides.overview.seeing(TwoSides.OPEN).overview(Window.HOUR);
    assertThat(overview.ended().done()).isEqualTo(5);
    assertThat(overview.now().waiting().number()).isEqualTo(2);
    assertThat(overview.now().running()).isEqualTo(2);
    assertThat(overview.now().failed().number()).isEqualTo(1);
    assertThat(overview.now().scheduled().number()).isEqualTo(1);
    assertThat(overview.now().capacity()).isNull();
    assertThat(overview.attention().longRuns()).hasSize(1);
    assertThat(overview.channels()).allMatch(load -> load.now().paused());
  }

  @Test
  void what_hides_behind_a_job_is_a_count_and_a_reason() {
    JobDossier dossier = sides.dossier.seeing(TwoSides.OPEN);
    assertThat(dossier.graph(job("zq9open wait_dependencies")).orElseThrow().hidden()).isEqualTo(3);
    assertThat(codes(dossier, "wait_dependencies"))
        .contains(WaitReason.Code.WAITS_FOR_JOBS, WaitReason.Code.OUT_OF_SIGHT);
    assertThat(codes(dossier, "queued"))
        .contains(WaitReason.Code.PAUSED_UNKNOWN, WaitReason.Code.OUT_OF_SIGHT)
        .doesNotContain(WaitReason.Code.PAUSED, WaitReason.Code.BEHIND);
  }

  private static List<WaitReason.Code> codes(JobDossier dossier, String state) {
    return dossier.now(job("zq9open " + state)).orElseThrow().reasons().stream()
        .map(WaitReason::code)
        .toList();
  }

  @Test
  void a_command_upon_a_hidden_job_is_answered_as_one_upon_none() {
    JobAdmin jobs = sides.jobs.seeing(TwoSides.OPEN).within(TwoSides.OPEN);
    JobDossier dossier = sides.dossier.seeing(TwoSides.OPEN).within(TwoSides.OPEN);
    BulkAdmin bulks = sides.bulks.seeing(TwoSides.OPEN).within(TwoSides.OPEN);
    UUID hidden = job("zq9hidden failed");
    UUID none = UUID.fromString("00000000-0000-4000-8000-000000000000");
    for (Function<UUID, CommandResult> command :
        List.<Function<UUID, CommandResult>>of(
            job -> jobs.requeue(job, "ann"),
            job -> jobs.cancel(job, "ann"),
            job -> jobs.setDone(job, "ann"),
            job -> dossier.copy(job, "ann").result(),
            job -> dossier.requeueFrom(job, "ann"),
            job -> bulks.change(job, new JobChange(BulkAction.PRIORITY, "3"), "ann"))) {
      CommandResult answer = command.apply(hidden);
      assertThat(answer.verdict()).isEqualTo(Verdict.NOT_FOUND);
      assertThat(answer.message().replace(hidden.toString(), none.toString()))
          .isEqualTo(command.apply(none).message());
    }
    assertThat(jobs.reveal(hidden, "ann")).isEmpty();
    assertThat(jobs.revealResult(hidden, "ann")).isEmpty();
    assertThat(bulks.undo(HIDDEN_BULK, "ann")).isEmpty();
    assertThat(bulks.confirm(HIDDEN_BULK, "ann")).isEmpty();
    assertThat(sides.jobs.job(hidden).orElseThrow().row().state()).isEqualTo("failed");
  }

  @Test
  void no_refusal_names_what_is_hidden() {
    JobAdmin jobs = sides.jobs.seeing(TwoSides.OPEN).within(TwoSides.OPEN);
    JobDossier dossier = sides.dossier.seeing(TwoSides.OPEN).within(TwoSides.OPEN);
    BulkAdmin bulks = sides.bulks.seeing(TwoSides.OPEN).within(TwoSides.OPEN);
    UUID open = job("zq9open failed");
    assertThatThrownBy(() -> jobs.cancel(open, "ann", true))
        .isInstanceOf(OutOfReachException.class)
        .hasMessageStartingWith("QJ7093")
        .hasMessageNotContainingAny("zq9hidden", "deadbeef");
    assertThatThrownBy(() -> dossier.requeueFrom(open, "ann"))
        .isInstanceOf(OutOfReachException.class)
        .hasMessageNotContainingAny("zq9hidden", "deadbeef");
    assertThatThrownBy(() -> bulks.change(open, move("root.zq9hidden"), "ann"))
        .hasMessageStartingWith("QJ7037")
        .hasMessageContaining("root.zq9hidden");
    assertThatThrownBy(() -> bulks.change(open, move("root.no_such"), "ann"))
        .hasMessageStartingWith("QJ7037");
  }

  private static JobChange move(String channel) {
    return new JobChange(BulkAction.CHANNEL, channel);
  }

  @Test
  void a_list_of_some_channels_goes_on_page_by_page() {
    JobAdmin jobs = sides.jobs.seeing(TwoSides.OPEN);
    List<Long> found = new ArrayList<>();
    Long after = null;
    do {
      JobPage page = jobs.list(new JobFilter(Set.of(), null, null, after, 4));
      page.rows().forEach(row -> found.add(row.id()));
      after = page.next();
      assertThat(page.more()).isEqualTo(after != null);
    } while (after != null);
    assertThat(found).hasSize(STATES.size()).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(jobs.list(new JobFilter(Set.of("failed"), "ZQ9open", " zq9open ", null, 4)).rows())
        .hasSize(1);
    assertThat(jobs.list(new JobFilter(Set.of(), null, "zq9hidden", null, 4)).rows()).isEmpty();
    String hidden = job("zq9hidden failed").toString();
    assertThat(jobs.list(new JobFilter(Set.of(), hidden, null, null, 4)).rows()).isEmpty();
    assertThatThrownBy(() -> jobs.list(new JobFilter(Set.of("lost"), null, null, null, 4)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
