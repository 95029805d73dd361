package io.queuejob.web.testkit;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.function.FunctionAdmin;
import io.queuejob.admin.function.FunctionPage;
import io.queuejob.admin.function.FunctionRow;
import io.queuejob.admin.function.OptionInForce;
import io.queuejob.admin.function.OptionInForce.Source;
import io.queuejob.admin.function.RetryWait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One function with number 7, and what was asked. */
public class GivenFunctions implements FunctionAdmin {
  public final List<String> asked = new ArrayList<>();
  public RuntimeException failure;
  public CommandResult answer = new CommandResult(CommandResult.Verdict.DONE, null, "so be it");
  public long waiting = 3;

  /** The function. */
  public FunctionRow row() {
    return new FunctionRow(
        7,
        "shop",
        "shop.Mails.send(long)",
        List.of(
            option("channel", null, "root.mail", "root"),
            option("retry_pattern", "1:10", null, ""),
            option("max_retries", null, "4", "5")),
        Instant.EPOCH,
        "ann",
        List.of(),
        waiting,
        FunctionRow.MOST_COUNTED);
  }

  private static OptionInForce option(String key, String people, String declared, String standard) {
    String counts = people == null ? declared : people;
    Source source = people == null ? Source.DECLARED : Source.PEOPLE;
    return new OptionInForce(
        key, "accepts", "means", people, null, declared, standard, counts, source, null);
  }

  @Override
  public FunctionPage list(String text, Integer after, int limit) {
    asked.add("list " + text + " " + after + " " + limit);
    if (failure != null) {
      throw failure;
    }
    return new FunctionPage(List.of(row()), true);
  }

  @Override
  public Optional<FunctionRow> function(int id) {
    return id == 7 ? Optional.of(row()) : Optional.empty();
  }

  @Override
  public Map<String, String> problems(Map<String, String> options) {
    return Map.of();
  }

  @Override
  public CommandResult change(int id, Map<String, String> options, Instant seen, String actor) {
    asked.add("change " + id + " " + options + " " + seen + " by " + actor);
    if (failure != null) {
      throw failure;
    }
    return answer;
  }

  @Override
  public CommandResult reset(int id, String actor) {
    asked.add("reset " + id + " by " + actor);
    return answer;
  }

  @Override
  public List<RetryWait> waits(String pattern, int attempts) {
    asked.add("waits " + pattern + " " + attempts);
    return IntStream.rangeClosed(1, attempts)
        .mapToObj(a -> new RetryWait(a, a < 3 ? 10 : 60, a < 3 ? 10 : 90))
        .toList();
  }
}
