package io.queuejob.internal.runner;

import io.queuejob.internal.channel.ChannelSpec;
import io.queuejob.internal.channel.ChannelTree;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.FunctionSettings;
import io.queuejob.internal.port.FunctionNumbers;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.port.protocol.Functions;
import io.queuejob.internal.storage.config.ChannelStore;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Channels and functions as this node works by them, read again when the pulse shows another
 * version. A function that the node cannot run is known but never claimed.
 */
public final class NodeConfiguration implements FunctionNumbers {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Functions functions;
  private final Reading reading;
  private final Transactions transactions;
  private final Predicate<String> canRun;
  private final Object registering = new Object();
  private volatile View view =
      new View(0, Map.of(), Map.of(), List.of(), new ChannelTree(List.of()));
  private volatile Map<String, FunctionSettings> settings = Map.of();

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
      ChannelTree tree) {

    /** The same with every channel paused, for a node that is drained. */
    View halted() {
      List<ChannelStore.ChannelRow> all =
          rows.stream()
              .map(row -> new ChannelStore.ChannelRow(row.id(), row.spec().halted(), row.held()))
              .toList();
      return new View(version, numbers, runnable, all, NodeConfiguration.tree(all));
    }
  }

  /**
   * Reads all, for the pulse: on the engine's own session, which no application can use up.
   *
   * @param functions numbers of functions by name
   * @param settings what people set of functions, by name
   * @param told what files and the server say of a function, by its name
   * @param channels parents before children
   * @param make makes channels on first use
   */
  public record Reading(
      Supplier<Map<String, Integer>> functions,
      Supplier<Map<String, FunctionSettings>> settings,
      Function<String, FunctionSettings> told,
      Supplier<List<ChannelStore.ChannelRow>> channels,
      Consumer<List<ChannelSpec>> make) {

    /** Without settings of functions, and without making channels. */
    public Reading(
        Supplier<Map<String, Integer>> functions,
        Supplier<List<ChannelStore.ChannelRow>> channels) {
      this(functions, Map::of, name -> FunctionSettings.NONE, channels, made -> {});
    }
  }

  /**
   * A configuration that was not read yet.
   *
   * @param functions registers names, in the application's database connections
   * @param reading reads all again
   * @param transactions in which names are registered
   * @param canRun whether this node has a function
   */
  public NodeConfiguration(
      Functions functions, Reading reading, Transactions transactions, Predicate<String> canRun) {
    this.functions = functions;
    this.reading = reading;
    this.transactions = transactions;
    this.canRun = canRun;
  }

  /** The last reading. */
  public View view() {
    return view;
  }

  /** Reads all again, for a version that a pulse showed. */
  public View reload(long version) {
    Map<String, Integer> numbers = reading.functions().get();
    settings = reading.settings().get();
    List<ChannelStore.ChannelRow> rows = reading.channels().get();
    return show(version, numbers, rows, tree(rows));
  }

  /**
   * Makes channels that jobs wait in for the first time, if a channel above gives them limits
   * (S-CH-05); the version that this makes is seen by the next pulse.
   */
  public void prepare(Collection<ChannelPath> used) {
    ChannelTree tree = view.tree();
    List<ChannelSpec> missing =
        used.stream().flatMap(path -> tree.missing(path).stream()).distinct().toList();
    if (!missing.isEmpty()) {
      reading.make().accept(missing);
    }
  }

  @Override
  public FunctionSettings settingsOf(String function) {
    return settings
        .getOrDefault(function, FunctionSettings.NONE)
        .over(reading.told().apply(function));
  }

  /** Functions never go, so that one registered meanwhile is kept. */
  private synchronized View show(
      long version,
      Map<String, Integer> read,
      List<ChannelStore.ChannelRow> rows,
      ChannelTree tree) {
    Map<String, Integer> numbers = new HashMap<>(view.numbers());
    numbers.putAll(read);
    Map<Integer, String> runnable = new HashMap<>();
    numbers.forEach(
        (name, number) -> {
          if (canRun.test(name)) {
            runnable.put(number, name);
          }
        });
    view = new View(version, numbers, runnable, rows, tree);
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

  /** One at a time, for each needs a second connection; the pulse never waits for it. */
  private int register(String function) {
    synchronized (registering) {
      Integer known = view.numbers().get(function);
      return known != null ? known : add(function);
    }
  }

  private int add(String function) {
    try {
      Map<String, Integer> read =
          transactions.inNew(
              TIMEOUT,
              () -> {
                functions.register(List.of(function));
                return functions.all();
              });
      return addAll(read).numbers().get(function);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(
          "QJ5002 function " + function + " could not be registered: " + e.getMessage(), e);
    }
  }

  private synchronized View addAll(Map<String, Integer> read) {
    return show(view.version(), read, view.rows(), view.tree());
  }
}
