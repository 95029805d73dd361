package io.queuejob.internal.operations.inspect;

import io.queuejob.internal.storage.inspect.ChannelFacts;
import io.queuejob.internal.storage.inspect.JobFacts;
import io.queuejob.internal.storage.inspect.Surroundings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Facts that differ only in what a case is about: a free job, a live node, an open channel. */
final class Facts {
  static final long ID = 4;
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String CHANNEL = "root.mail";

  UUID uuid(long id) {
    return new UUID(0x4000, id);
  }

  JobFacts pending() {
    return job(null, null, null, null);
  }

  JobFacts due(long seconds, String error) {
    return job(NOW.plusSeconds(seconds), error, null, null);
  }

  JobFacts twinned() {
    return job(null, null, null, new JobFacts.Identity("k", "queued", false, uuid(5)));
  }

  JobFacts held(boolean alive, boolean started) {
    JobFacts.Hold hold =
        new JobFacts.Hold(
            "a#1",
            alive,
            NOW.minusSeconds(2),
            started ? NOW.minusSeconds(1) : null,
            started ? new JobFacts.Stop("ann", NOW) : null,
            null);
    return job(null, null, hold, null).in("enqueued");
  }

  private JobFacts job(Instant due, String error, JobFacts.Hold hold, JobFacts.Identity identity) {
    return new JobFacts(
        ID,
        new JobFacts.Place(1, "Mails.send(long)", "shop", CHANNEL),
        "pending",
        NOW,
        new JobFacts.Timing(due, 10, NOW.minusSeconds(60), 2, error),
        hold,
        identity,
        null,
        "engine");
  }

  Surroundings.Node node(String application, boolean runs, long silent) {
    return new Surroundings.Node("n#1", application, NOW.minusSeconds(silent), runs, false);
  }

  Surroundings.Node drained() {
    return new Surroundings.Node("n#1", "shop", NOW, true, true);
  }

  Surroundings.Other other(long id, String state) {
    return new Surroundings.Other(id, uuid(id), "job " + id, state);
  }

  Surroundings around() {
    return nodes(node("shop", true, 0));
  }

  Surroundings nodes(Surroundings.Node... nodes) {
    return around(List.of(), List.of(nodes), Surroundings.NONE.parents(), Map.of(), null, 0);
  }

  Surroundings ahead(int jobs) {
    return with(List.of(), Map.of(), null, jobs);
  }

  Surroundings in(ChannelFacts channel) {
    return with(List.of(ChannelFacts.open("root"), channel), Map.of(), null, 0);
  }

  Surroundings firsts(Map<String, Surroundings.Other> firsts) {
    return with(List.of(), firsts, null, 0);
  }

  Surroundings locked(int pid, Integer seconds) {
    Instant since = seconds == null ? null : NOW.minusSeconds(seconds);
    return with(List.of(), Map.of(), new Surroundings.Lock(pid, since, "bob", "psql"), 0);
  }

  Surroundings parents(int open, int all, Surroundings.Other... some) {
    Surroundings.Parents parents = new Surroundings.Parents(open, all, List.of(some));
    return around(List.of(), List.of(), parents, Map.of(), null, 0);
  }

  private Surroundings with(
      List<ChannelFacts> channels,
      Map<String, Surroundings.Other> firsts,
      Surroundings.Lock lock,
      int ahead) {
    List<Surroundings.Node> nodes = List.of(node("shop", true, 0));
    return around(channels, nodes, Surroundings.NONE.parents(), firsts, lock, ahead);
  }

  private static Surroundings around(
      List<ChannelFacts> channels,
      List<Surroundings.Node> nodes,
      Surroundings.Parents parents,
      Map<String, Surroundings.Other> firsts,
      Surroundings.Lock lock,
      int ahead) {
    return new Surroundings(channels, nodes, parents, firsts, lock, ahead);
  }

  ChannelFacts slots(Integer capacity, int held) {
    List<String> holders = held == 0 ? List.of() : List.of("a#1 (3)", "b#2 (1)");
    return channel(new ChannelFacts.Slots(capacity, held, holders), null, null, null);
  }

  ChannelFacts paused(String by) {
    Instant since = NOW.minusSeconds(3000);
    return channel(free(), new ChannelFacts.Pause(by, since), null, null);
  }

  ChannelFacts throttled() {
    return channel(free(), null, NOW.plusSeconds(5), null);
  }

  ChannelFacts rated() {
    return channel(free(), null, null, new ChannelFacts.Rate(10, 60_000, NOW.plusSeconds(6)));
  }

  private static ChannelFacts.Slots free() {
    return new ChannelFacts.Slots(4, 0, List.of());
  }

  private static ChannelFacts channel(
      ChannelFacts.Slots slots,
      ChannelFacts.Pause pause,
      Instant throttled,
      ChannelFacts.Rate rate) {
    return new ChannelFacts(CHANNEL, slots, pause, false, throttled, rate);
  }
}
