package io.queuejob.web.overview;

import io.queuejob.admin.overview.Ended;
import io.queuejob.admin.overview.Step;
import io.queuejob.admin.overview.Times;
import io.queuejob.web.overview.chart.Figure;
import io.queuejob.web.overview.chart.Plot;
import io.queuejob.web.overview.chart.TimeScale;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The charts of the overview. */
final class Charts {
  private Charts() {}

  static List<Figure> of(List<Step> steps) {
    return List.of(
        throughput(steps), times("waited", steps, Ended::waited), times("ran", steps, Ended::ran));
  }

  private static Figure throughput(List<Step> steps) {
    List<Long> done = steps.stream().map(s -> s.ended().done()).toList();
    List<Long> retried = steps.stream().map(s -> s.ended().retried()).toList();
    List<Long> failed = steps.stream().map(s -> s.ended().failed()).toList();
    List<Long> nothing = done.stream().map(value -> 0L).toList();
    List<Long> upToRetried = plus(done, retried);
    long top = Plot.round(steps.stream().mapToLong(s -> s.ended().runs()).max().orElse(0));
    return new Figure(
        "throughput",
        Plot.box(steps.size()),
        List.of(Words.number(top), Words.number(top / 2), "0"),
        List.of(0.0, 50.0, 100.0),
        List.of(
            new Figure.Series("done", Plot.bars(done, nothing, top)),
            new Figure.Series("retried", Plot.bars(retried, done, top)),
            new Figure.Series("failed", Plot.bars(failed, upToRetried, top))));
  }

  private static List<Long> plus(List<Long> one, List<Long> other) {
    return IntStream.range(0, one.size()).mapToObj(i -> one.get(i) + other.get(i)).toList();
  }

  private static Figure times(String name, List<Step> steps, Function<Ended, Times> which) {
    List<Times> times = steps.stream().map(step -> which.apply(step.ended())).toList();
    TimeScale scale = TimeScale.of(all(times));
    List<Duration> marks = scale.marks();
    return new Figure(
        name,
        Plot.box(steps.size()),
        marks.stream().map(Words::length).toList(),
        IntStream.range(0, marks.size()).mapToObj(i -> 100.0 * i / (marks.size() - 1)).toList(),
        List.of(
            line("p99", times, Times::p99, scale),
            line("p95", times, Times::p95, scale),
            line("p50", times, Times::p50, scale)));
  }

  private static List<Duration> all(List<Times> times) {
    return times.stream()
        .flatMap(t -> Stream.of(t.p50(), t.p99()).filter(time -> time != null))
        .toList();
  }

  private static Figure.Series line(
      String name, List<Times> times, Function<Times, Duration> which, TimeScale scale) {
    return new Figure.Series(
        name, Plot.line(times.stream().map(t -> scale.height(which.apply(t))).toList()));
  }
}
