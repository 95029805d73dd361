package io.queuejob.web.overview;

import io.queuejob.admin.overview.Amount;
import io.queuejob.admin.overview.Attention;
import io.queuejob.admin.overview.Ended;
import io.queuejob.admin.overview.Load;
import io.queuejob.admin.overview.Mark;
import io.queuejob.admin.overview.Overview;
import io.queuejob.admin.overview.Step;
import io.queuejob.admin.overview.Times;
import io.queuejob.admin.overview.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Overviews as the engine tells them. */
public final class GivenOverview {
  public static final Instant NOW = Instant.parse("2026-03-01T12:34:56Z");
  private static final Times FAST =
      new Times(
          Duration.ofMillis(3),
          Duration.ofMillis(900),
          Duration.ofSeconds(12),
          Duration.ofMillis(9));
  private static final Times NONE = new Times(null, null, null, null);

  private GivenOverview() {}

  /** With runs in the last step and this that needs a person. */
  public static Overview of(Window window, Attention attention) {
    Ended some = new Ended(120, 3, 1, FAST, FAST);
    Ended nothing = new Ended(0, 0, 0, NONE, NONE);
    Instant first = NOW.minus(window.step().multipliedBy(window.steps() - 1L));
    List<Step> steps =
        IntStream.range(0, window.steps())
            .mapToObj(
                i ->
                    new Step(
                        first.plus(window.step().multipliedBy(i)),
                        i == window.steps() - 1 ? some : nothing))
            .toList();
    Load.Now now = new Load.Now(Amount.of(4), NOW, 1, 2, false, 0.25);
    Load load = new Load("root.mail", null, some, List.of(0L, 124L), now);
    return new Overview(
        window,
        NOW,
        now(),
        some,
        steps,
        List.of(load),
        List.of(),
        List.of(new Mark(NOW, "n#1", "shop", "2", true, "4.2.0")),
        attention);
  }

  private static Overview.Now now() {
    return new Overview.Now(
        new Amount(1_200_000, Amount.Kind.ESTIMATE),
        NOW,
        Amount.of(5),
        6,
        new Amount(100_000, Amount.Kind.AT_LEAST),
        8,
        2);
  }

  /** One of each. */
  public static Attention everything() {
    return new Attention(
        List.of(
            new Attention.FailureGroup(
                null,
                "a.b.Broken",
                "a.b.Mail.send",
                Amount.of(7),
                NOW,
                NOW,
                "<b>no\u0000 good\nmore",
                trend(4, 3L))),
        List.of(new Attention.Stranded("old", "Gone.away", "root.x & y", Amount.of(4), NOW)),
        List.of(new Attention.PausedChannel("root.slow", Amount.of(2), NOW, "ann")),
        List.of(new Attention.GoneNode("n#7", "shop", NOW, "session ended")),
        List.of(new Attention.LongRun(new UUID(0, 1), "long one", "root", "n#1", NOW)));
  }

  /** So many in the last hour, and before the last 24. */
  public static Attention.Trend trend(long last, Long before) {
    List<Long> hours = new ArrayList<>(Collections.nCopies(24, 0L));
    hours.set(23, last);
    return new Attention.Trend(hours, before);
  }

  public static Attention nothing() {
    return new Attention(List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
