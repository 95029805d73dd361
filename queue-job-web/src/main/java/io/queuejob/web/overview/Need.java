package io.queuejob.web.overview;

import io.queuejob.admin.overview.Attention;
import io.queuejob.web.StateWord;
import io.queuejob.web.VisibleText;
import io.queuejob.web.overview.chart.Plot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Something that needs a person.
 *
 * @param kind key of its text and its colour
 * @param amount how many; empty where it is one
 * @param title what it is about
 * @param more what else is known, in one line; empty for nothing
 * @param since since when; null if nobody knows
 * @param lead where to look and mend
 * @param trend when it came about, hour by hour; null if that is not told
 */
public record Need(
    String kind,
    String amount,
    String title,
    String more,
    Instant since,
    String lead,
    Trend trend) {

  /** One without a trend. */
  Need(String kind, String amount, String title, String more, Instant since, String lead) {
    this(kind, amount, title, more, since, lead, null);
  }

  /** A trend as it is shown. */
  public record Trend(Attention.Trend trend) {
    public String spark() {
      return Plot.spark(trend.hours());
    }

    public String box() {
      return Plot.box(trend.hours().size());
    }

    public String day() {
      return Words.number(trend.day());
    }

    /** How many failed in the hour of the most. */
    public String most() {
      return Words.number(Collections.max(trend.hours()));
    }

    /** How many failed in the 24 hours before; null if nobody knows. */
    public String before() {
      return trend.before() == null ? null : Words.number(trend.before());
    }

    /** Where it goes: rising or falling; null if neither, or nobody knows. */
    public String way() {
      return trend.isRising() ? "rising" : trend.isFalling() ? "falling" : null;
    }

    private static Trend of(Attention.Trend trend) {
      return trend.hours().isEmpty() ? null : new Trend(trend);
    }
  }

  static List<Need> of(Attention attention) {
    List<Need> all = new ArrayList<>();
    attention.failures().forEach(group -> all.add(failure(group)));
    attention.stranded().forEach(jobs -> all.add(stranded(jobs)));
    attention.paused().forEach(channel -> all.add(paused(channel)));
    attention.gone().forEach(node -> all.add(gone(node)));
    attention.longRuns().forEach(run -> all.add(longRun(run)));
    return all;
  }

  private static Need failure(Attention.FailureGroup group) {
    return new Need(
        "failed",
        Words.amount(group.jobs()),
        shortClass(group.errorClass()),
        joined(shortName(group.function()), VisibleText.firstLine(group.message())),
        group.last(),
        Leads.failures(group),
        Trend.of(group.trend()));
  }

  private static Need stranded(Attention.Stranded jobs) {
    return new Need(
        "stranded",
        Words.amount(jobs.jobs()),
        shortName(jobs.function()),
        joined(text(jobs.application()), text(jobs.channel())),
        jobs.since(),
        jobs.function() == null
            ? Leads.inChannel(StateWord.PENDING, jobs.channel())
            : Leads.ofFunction(StateWord.PENDING, jobs.function()));
  }

  private static Need paused(Attention.PausedChannel channel) {
    return new Need(
        "paused",
        Words.amount(channel.jobs()),
        text(channel.channel()),
        text(channel.by()),
        channel.since(),
        Leads.channels());
  }

  private static Need gone(Attention.GoneNode node) {
    return new Need(
        "gone",
        "",
        text(node.node()),
        joined(text(node.application()), text(node.reason())),
        node.at(),
        Leads.nodes());
  }

  private static Need longRun(Attention.LongRun run) {
    return new Need(
        "long",
        "",
        shortName(VisibleText.firstLine(run.title())),
        joined(text(run.channel()), text(run.node())),
        run.since(),
        Leads.job(run.uuid()));
  }

  private static String shortClass(String name) {
    return name == null ? "" : text(name.substring(name.lastIndexOf('.') + 1));
  }

  static String shortName(String function) {
    return text(function).replaceFirst("^(?:[a-z_$][\\w$]*\\.)+(?=[A-Z])", "");
  }

  private static String text(String text) {
    return text == null ? "" : VisibleText.of(text);
  }

  private static String joined(String one, String other) {
    String second = other == null ? "" : other;
    return one.isEmpty() || second.isEmpty() ? one + second : one + " · " + second;
  }
}
