package io.queuejob.internal.operations.function;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.admin.function.FunctionAdmin;
import io.queuejob.admin.function.FunctionPage;
import io.queuejob.admin.function.FunctionRow;
import io.queuejob.admin.function.RetryWait;
import io.queuejob.api.error.QueueJobException;
import io.queuejob.api.error.StorageException;
import io.queuejob.internal.job.FunctionOption;
import io.queuejob.internal.job.RetryPattern;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.storage.function.FunctionRows;
import io.queuejob.internal.storage.function.StoredFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The admin's desk of functions: changes each in a transaction of their own. */
public final class FunctionDesk implements FunctionAdmin {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int MOST = 1_000;

  private final FunctionRows rows;
  private final Transactions transactions;

  public FunctionDesk(FunctionRows rows, Transactions transactions) {
    this.rows = rows;
    this.transactions = transactions;
  }

  @Override
  public FunctionPage list(String text, Integer after, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit: expected 1 to 1000, found " + limit);
    }
    List<StoredFunction> found = rows.list(text == null ? "" : text.strip(), after, limit + 1);
    Map<Integer, Long> failed = rows.failed();
    return new FunctionPage(
        found.stream().limit(limit).map(f -> row(f, failed)).toList(), found.size() > limit);
  }

  @Override
  public Optional<FunctionRow> function(int id) {
    return rows.find(id).map(f -> row(f, rows.failed()));
  }

  private static FunctionRow row(StoredFunction function, Map<Integer, Long> failed) {
    return new FunctionRow(
        function.id(),
        function.application(),
        function.name(),
        InForce.of(function.said()),
        function.changed(),
        function.changedBy(),
        function.nodes(),
        function.waiting(),
        failed.getOrDefault(function.id(), 0L));
  }

  @Override
  public Map<String, String> problems(Map<String, String> options) {
    Map<String, String> problems = new TreeMap<>();
    said(options).forEach((key, text) -> problem(key, text).ifPresent(p -> problems.put(key, p)));
    return problems;
  }

  private static Optional<String> problem(String key, String text) {
    Optional<FunctionOption> option = FunctionOption.of(key);
    return option.isEmpty()
        ? Optional.of("expected one of " + FunctionOption.keys() + ", found '" + key + "'")
        : Optional.ofNullable(option.get().problem(text));
  }

  /** Without those that say nothing. */
  private static Map<String, String> said(Map<String, String> options) {
    Map<String, String> said = new TreeMap<>();
    options.forEach(
        (key, text) -> {
          if (text != null && !text.isBlank()) {
            said.put(key, text.strip());
          }
        });
    return said;
  }

  @Override
  public CommandResult change(int id, Map<String, String> options, Instant seen, String actor) {
    problems(options)
        .forEach(
            (key, words) -> {
              String message = FunctionOption.of(key).isEmpty() ? "QJ7085 option: " : "QJ7086 ";
              throw new IllegalArgumentException(
                  message + (message.endsWith(": ") ? "" : key + ": ") + words + ".");
            });
    return carriedOut(() -> set(id, said(options), seen, actor));
  }

  @Override
  public CommandResult reset(int id, String actor) {
    return carriedOut(
        () -> {
          Optional<StoredFunction> found = rows.find(id);
          return found.isEmpty() ? notFound(id) : set(id, Map.of(), found.get().changed(), actor);
        });
  }

  private CommandResult set(int id, Map<String, String> options, Instant seen, String actor) {
    Optional<StoredFunction> found = rows.find(id);
    if (found.isEmpty()) {
      return notFound(id);
    }
    StoredFunction before = found.get();
    if (before.said().people().equals(options)) {
      return new CommandResult(
          Verdict.DONE, null, "Function " + before.name() + " was so already.");
    }
    if (!rows.set(id, options, seen, actor)) {
      return changedMeanwhile(rows.find(id).orElse(before));
    }
    String what =
        options.isEmpty() ? "What people set was taken back" : "Now set: " + words(options);
    return new CommandResult(
        Verdict.DONE,
        null,
        what + "; all nodes go by it within a second. Function " + before.name() + ".");
  }

  private static String words(Map<String, String> options) {
    return new TreeMap<>(options)
        .entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
  }

  private CommandResult carriedOut(Transactions.Work<CommandResult> command) {
    try {
      return transactions.inNew(TIMEOUT, command);
    } catch (QueueJobException e) {
      throw e;
    } catch (Exception e) {
      throw new StorageException(
          "QJ7089", "the function was not changed: " + e.getMessage() + "; try again", e);
    }
  }

  private static CommandResult changedMeanwhile(StoredFunction now) {
    return new CommandResult(
        Verdict.REFUSED,
        null,
        "QJ7088 function "
            + now.name()
            + " was not changed: expected it as you saw it, found that "
            + (now.changedBy() == null ? "somebody" : now.changedBy())
            + " changed it meanwhile; look at it again.");
  }

  private static CommandResult notFound(int id) {
    return new CommandResult(
        Verdict.NOT_FOUND,
        null,
        "QJ7087 expected a function with number "
            + id
            + ", found none; take the number from the list of functions.");
  }

  @Override
  public List<RetryWait> waits(String pattern, int attempts) {
    if (attempts < 1 || attempts > MOST) {
      throw new IllegalArgumentException("attempts: expected 1 to 1000, found " + attempts);
    }
    RetryPattern read = RetryPattern.of(pattern);
    return IntStream.rangeClosed(1, attempts)
        .mapToObj(
            attempt -> {
              RetryPattern.Wait wait = read.wait(attempt);
              return new RetryWait(attempt, wait.least(), wait.most());
            })
        .toList();
  }
}
