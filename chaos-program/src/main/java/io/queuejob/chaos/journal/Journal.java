package io.queuejob.chaos.journal;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** All that is written down in a run. */
public final class Journal {
  private final Capacities capacities = new Capacities();
  private final Troubles troubles = new Troubles();
  private final Findings findings = new Findings();
  private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
  private final List<Capture> captures = new CopyOnWriteArrayList<>();
  private final Set<UUID> touched = ConcurrentHashMap.newKeySet();
  private final Set<UUID> cancelled = ConcurrentHashMap.newKeySet();
  private final Instant began = Instant.now();
  private final PrintWriter schedule;

  /** A journal whose acts are also written to a file, as they happen. */
  public Journal(PrintWriter schedule) {
    this.schedule = schedule;
  }

  public Capacities capacities() {
    return capacities;
  }

  public Troubles troubles() {
    return troubles;
  }

  public Findings findings() {
    return findings;
  }

  /** Notes an act, counted under its first word. */
  public void act(String word, String particulars) {
    counts.computeIfAbsent(word, w -> new LongAdder()).increment();
    synchronized (schedule) {
      schedule.printf(
          "%s +%d ms %s %s%n",
          Instant.now(), Duration.between(began, Instant.now()).toMillis(), word, particulars);
      schedule.flush();
    }
  }

  /** Counts something that is no act. */
  public void add(String word, long number) {
    counts.computeIfAbsent(word, w -> new LongAdder()).add(number);
  }

  /** How often something was done. */
  public long count(String word) {
    LongAdder adder = counts.get(word);
    return adder == null ? 0 : adder.sum();
  }

  /** All counters. */
  public Map<String, Long> counts() {
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((word, adder) -> all.put(word, adder.sum()));
    return all;
  }

  /** A capturing transaction has ended. */
  public void captured(List<Capture> jobs) {
    captures.addAll(jobs);
  }

  /** All captured jobs, rolled back ones too. */
  public List<Capture> captures() {
    return List.copyOf(captures);
  }

  /** Somebody changed this job: its order is no longer that of its capture. */
  public void touch(UUID job) {
    touched.add(job);
  }

  /** Somebody asks for this job to be cancelled. */
  public void askCancel(UUID job) {
    cancelled.add(job);
  }

  /** The jobs whose cancel was asked for. */
  public Set<UUID> cancelAsked() {
    return cancelled;
  }

  /** The jobs that somebody changed. */
  public Set<UUID> touched() {
    return touched;
  }
}
