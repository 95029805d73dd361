package io.queuejob.benchmark.report;

import io.queuejob.benchmark.report.Figure.Good;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All figures that are known, in the order in which they are shown. */
final class Figures {
  /** One for each reading of the admin's pages, which knows its name. */
  private static final String PAGE = "page_";

  /** One for each page, which knows its name. */
  private static final String VIEW = "view_";

  private static final Map<String, Figure> ALL = all();

  private Figures() {}

  /** The meaning of a figure; one without words if nobody has described it. */
  static Figure of(String name) {
    if (name.startsWith(PAGE)) {
      return new Figure(name, Good.LOW, "reading of the admin on a big table, p95, ms");
    }
    if (name.startsWith(VIEW)) {
      return new Figure(name, Good.LOW, "whole page of the admin in a browser, p95, ms");
    }
    return ALL.getOrDefault(name, new Figure(name, Good.HIGH, ""));
  }

  /** The names that a run has, known ones first and in their order. */
  static List<String> ordered(Iterable<String> names) {
    List<String> ordered = new ArrayList<>();
    names.forEach(ordered::add);
    List<String> known = new ArrayList<>(ALL.keySet());
    known.retainAll(ordered);
    ordered.removeAll(known);
    known.addAll(ordered);
    return known;
  }

  private static Map<String, Figure> all() {
    Map<String, Figure> all = new LinkedHashMap<>();
    drains(all);
    stores(all);
    latencies(all);
    rows(all);
    nodes(all);
    List.of("dbscheduler", "jobrunr", "quartz").forEach(library -> rival(all, library));
    for (String name : List.of("p99_ms", "table_mb", "indexes_mb", "dead_rows", "heap_mb")) {
      add(all, "soak_" + name + "_growth", Good.ONE, "last third of the soak to the second");
    }
    return Collections.unmodifiableMap(all);
  }

  private static void add(Map<String, Figure> all, String name, Good good, String meaning) {
    all.put(name, new Figure(name, good, meaning));
  }

  private static void drains(Map<String, Figure> all) {
    for (String workers : List.of("", "_32")) {
      String at = workers.isEmpty() ? ", 8 workers" : ", 32 workers";
      drain(all, "drain_core" + workers, "outside a server to plain JDBC" + at);
      drain(all, "drain_shared" + workers, "outside, up to 50 jobs a commit, to plain JDBC" + at);
      add(all, "shared_ratio" + workers, Good.HIGH, "rate of shared commits to own commits" + at);
      drain(all, "drain_server" + workers, "inside Payara Micro to plain JDBC outside" + at);
      drain(all, "drain_server_jta" + workers, "inside Payara Micro to a JTA loop inside" + at);
      drain(all, "drain_server_shared" + workers, "inside, up to 50 a commit, to plain JDBC" + at);
    }
  }

  private static void drain(Map<String, Figure> all, String name, String of) {
    add(all, name, Good.HIGH, "rate " + of);
    add(all, name + "_cpu", Good.LOW, "CPU per job " + of);
  }

  private static void stores(Map<String, Figure> all) {
    add(all, "enqueue_single", Good.HIGH, "one call in a transaction to one plain insert in one");
    add(all, "enqueue_bulk", Good.HIGH, "a group of calls to COPY of equal rows");
    add(all, "graph_store", Good.HIGH, "a tree of calls to bare inserts in one batch");
    add(all, "wal_per_job", Good.LOW, "write-ahead log of a job's whole life to plain JDBC");
    add(all, "table_per_job", Good.LOW, "bytes in table and indexes per done job to plain JDBC");
  }

  private static void latencies(Map<String, Figure> all) {
    add(all, "latency_p50_ms", Good.LOW, "call to start on the storing node at rest, ms");
    add(all, "latency_p99_ms", Good.LOW, "the same, 99 of 100 calls");
    for (String p : List.of("p50", "p99")) {
      add(all, "latency_rest_" + p + "_ratio", Good.LOW, p + " to plain JDBC woken in memory");
    }
    for (String p : List.of("p50", "p99")) {
      add(all, "latency_other_node_" + p + "_ms", Good.LOW, "start on another node, " + p + ", ms");
      add(
          all,
          "latency_other_node_" + p + "_ratio",
          Good.LOW,
          "the same to plain JDBC woken by NOTIFY");
    }
    for (String p : List.of("p50", "p99", "p999")) {
      add(all, "latency_half_load_" + p + "_ms", Good.LOW, "at half load, " + p + ", ms");
    }
    add(all, "latency_half_load_p99_ratio", Good.LOW, "p99 at half load to p99 at rest");
  }

  private static void rows(Map<String, Figure> all) {
    add(all, "backlog", Good.ONE, "rate out of a big table of waiting and done jobs to empty");
    add(all, "backlog_foreign", Good.ONE, "rate beside waiting jobs of another application");
    add(all, "backlog_lacking", Good.ONE, "rate beside waiting jobs of a method that is lacking");
    add(all, "snapshot", Good.ONE, "rate while an old snapshot is held to rate without");
    add(all, "snapshot_plain_jdbc", Good.ONE, "the same for plain JDBC");
    add(all, "plans_good", Good.ONE, "share of hot statements whose plan on the big table is good");
    add(all, "pages_scans", Good.LOW, "plans of the admin's statements that read all jobs");
  }

  private static void nodes(Map<String, Figure> all) {
    add(all, "nodes_2", Good.HIGH, "rate of two nodes to one, jobs of 20 ms; 2 is ideal");
    add(all, "nodes_4", Good.HIGH, "rate of four nodes to one, jobs of 20 ms; 4 is ideal");
    add(all, "limit_cost", Good.ONE, "rate of two nodes under one limit to rate without");
    add(all, "idle_statements", Good.LOW, "statements per second of an idle node");
    add(all, "heap_growth_mb", Good.LOW, "heap with a full table less heap with 1,000 jobs, MB");
    add(all, "startup_ratio", Good.ONE, "time to the first job, full table to 1,000 jobs");
  }

  private static void rival(Map<String, Figure> all, String library) {
    String name = "rival_" + library;
    for (int workers : new int[] {8, 32}) {
      String at = " to plain JDBC, " + workers + " workers";
      add(all, name + "_drain_" + workers, Good.HIGH, library + ": rate" + at);
      add(all, name + "_drain_" + workers + "_cpu", Good.LOW, library + ": CPU per job" + at);
    }
    add(
        all,
        name + "_wal_bytes",
        Good.LOW,
        library + ": write-ahead log of a job's whole life, bytes");
    add(all, name + "_enqueue", Good.HIGH, library + ": calls stored one by one, per second");
    add(all, name + "_enqueue_ratio", Good.HIGH, library + ": the same to plain inserts");
    add(all, name + "_bulk", Good.HIGH, library + ": calls stored in bulk, per second");
    add(all, name + "_bulk_ratio", Good.HIGH, library + ": the same to plain inserts in one batch");
    add(all, name + "_latency_p50_ms", Good.LOW, library + ": call to start at rest, p50, ms");
    add(all, name + "_latency_p99_ms", Good.LOW, library + ": call to start at rest, p99, ms");
  }
}
