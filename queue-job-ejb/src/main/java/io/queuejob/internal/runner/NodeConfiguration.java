package io.queuejob.internal.runner;

import io.queuejob.internal.channel.ChannelTree;
import io.queuejob.internal.port.FunctionNumbers;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.port.protocol.Functions;
import io.queuejob.internal.storage.config.ChannelStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Channels and functions as this node works by them, read again when the pulse shows another
 * version. A function that the node cannot run is known but never claimed.
 */
public final class NodeConfiguration implements FunctionNumbers {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Functions functions;
  private final Supplier<List<ChannelStore.ChannelRow>> channels;
  private final Transactions transactions;
  private final Predicate<String> canRun;
  private volatile View view =
      new View(0, Map.of(), Map.of(), List.of(), new ChannelTree(List.of()));

  /**
   * One reading.
   *
   * @param version of the configuration, as the pulse showed it
   * @param numbers numbers of functions by name
   * @param runnable names of the functions that this node can run, by number
   * @param rows channels
   * @param tree channels in force
   */
  public record View(
      long version,
      Map<String, Integer> numbers,
      Map<Integer, String> runnable,
      List<ChannelStore.ChannelRow> rows,
      ChannelTree tree) {}

  public NodeConfiguration(
      Functions functions,
      Supplier<List<ChannelStore.ChannelRow>> channels,
      Transactions transactions,
      Predicate<String> canRun) {
    this.functions = functions;
    this.channels = channels;
    this.transactions = transactions;
    this.canRun = canRun;
  }

  /** The last reading. */
  public View view() {
    return view;
  }

  /** Reads all again, for a version that a pulse showed. */
  public synchronized View reload(long version) {
    Map<String, Integer> numbers = functions.all();
    Map<Integer, String> runnable = new HashMap<>();
    numbers.forEach(
        (name, number) -> {
          if (canRun.test(name)) {
            runnable.put(number, name);
          }
        });
    List<ChannelStore.ChannelRow> rows = channels.get();
    view = new View(version, numbers, runnable, rows, tree(rows));
    return view;
  }

  private static ChannelTree tree(List<ChannelStore.ChannelRow> rows) {
    return new ChannelTree(rows.stream().map(ChannelStore.ChannelRow::spec).toList());
  }

  @Override
  public int numberOf(String function) {
    Integer number = view.numbers().get(function);
    return number != null ? number : register(function);
  }

  private synchronized int register(String function) {
    try {
      View read =
          transactions.inNew(
              TIMEOUT,
              () -> {
                functions.register(List.of(function));
                return reload(view.version());
              });
      return read.numbers().get(function);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(
          "QJ5002 function " + function + " could not be registered: " + e.getMessage(), e);
    }
  }
}
