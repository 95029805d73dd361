package io.queuejob.chaos.load;

import io.queuejob.chaos.journal.Capture;
import io.queuejob.chaos.journal.Capture.Fate;
import io.queuejob.chaos.journal.Journal;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Captures jobs all over a run, in transactions of any size, some of which roll back. */
public final class Producer {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int MOST = 30;

  private final EngineHarness engine;
  private final Journal journal;
  private final SplittableRandom random;
  private final Mix mix;
  private final AtomicLong numbers = new AtomicLong();
  private long transactions;

  /**
   * A producer.
   *
   * @param mix which jobs come
   */
  public Producer(EngineHarness engine, Journal journal, SplittableRandom random, Mix mix) {
    this.engine = engine;
    this.journal = journal;
    this.random = random;
    this.mix = mix;
  }

  /** Captures ordinary jobs of one channel, without a rollback. */
  public void burst(String channel, int jobs) {
    List<Call> calls = new ArrayList<>();
    List<Long> own = new ArrayList<>();
    for (int i = 0; i < jobs; i++) {
      own.add(numbers.incrementAndGet());
      calls.add(mix.plain(random, own.get(i), channel));
    }
    note(calls, own, false);
  }

  /** One transaction of at most so many jobs; returns how many were captured for good. */
  public int transaction(int most) {
    int size = 1 + random.nextInt(Math.min(most, MOST));
    boolean rollback = random.nextInt(20) == 0;
    List<Call> calls = new ArrayList<>();
    List<Long> own = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      own.add(numbers.incrementAndGet());
      calls.add(mix.call(random, own.get(i)));
    }
    return note(calls, own, rollback) == Fate.ROLLED_BACK ? 0 : size;
  }

  private Fate note(List<Call> calls, List<Long> own, boolean rollback) {
    List<UUID> uuids = new ArrayList<>();
    Instant began = Instant.now();
    Fate fate = capture(calls, uuids, rollback);
    var transaction = new Capture.Transaction(++transactions, began, Instant.now(), fate);
    List<Capture> captured = new ArrayList<>();
    for (int i = 0; i < uuids.size(); i++) {
      captured.add(new Capture(own.get(i), uuids.get(i), calls.get(i).channel(), transaction));
    }
    journal.captured(captured);
    return fate;
  }

  private Fate capture(List<Call> calls, List<UUID> uuids, boolean rollback) {
    engine.transactions().begin(TIMEOUT);
    try {
      for (Call call : calls) {
        uuids.add(engine.delay(call));
      }
    } catch (RuntimeException e) {
      engine.transactions().rollback();
      journal.act("capture-refused", e.toString());
      return Fate.ROLLED_BACK;
    }
    if (rollback) {
      engine.transactions().rollback();
      journal.act("capture-rolled-back", calls.size() + " jobs");
      return Fate.ROLLED_BACK;
    }
    try {
      engine.transactions().commit();
      return Fate.COMMITTED;
    } catch (Exception e) {
      journal.act("capture-in-doubt", e.toString());
      return Fate.UNKNOWN;
    }
  }
}
