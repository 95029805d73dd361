package io.queuejob.chaos.node;

import io.queuejob.chaos.sabotage.ChaosDriver;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often each message id was logged, by all nodes together. */
public final class LogCounts {
  private static final Pattern ID = Pattern.compile("\\bQJ\\d{4}\\b");

  private final Map<String, LongAdder> byId = new ConcurrentHashMap<>();
  private final Queue<String> unbroken = new ConcurrentLinkedQueue<>();

  /** Looks at one line of a node's log. */
  void line(String line) {
    if (line.startsWith(ChaosDriver.UNBROKEN)) {
      unbroken.add(line);
    } else if (line.startsWith(ChaosDriver.BROKE)) {
      count(ChaosDriver.BROKE);
    }
    Matcher id = ID.matcher(line);
    if (id.find()) {
      count(id.group());
    }
  }

  private void count(String key) {
    byId.computeIfAbsent(key, k -> new LongAdder()).increment();
  }

  /** How often a message was logged. */
  public long of(String id) {
    LongAdder adder = byId.get(id);
    return adder == null ? 0 : adder.sum();
  }

  /** What a break said that found nothing to break; null if none did. */
  public String unbroken() {
    return unbroken.peek();
  }
}
