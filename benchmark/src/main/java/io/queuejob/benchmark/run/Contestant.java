package io.queuejob.benchmark.run;

/** A way to run jobs that each write one row into the ledger. */
public interface Contestant {

  /** Name in the report. */
  String name();

  /** Makes jobs wait, named {@code 1} to {@code jobs}, in tables that hold nothing else. */
  void fill(int jobs) throws Exception;

  /** Runs all that waits; returns when the last completion is committed. */
  void drain(int jobs) throws Exception;

  /** When the last completion was written: a query for one instant. */
  String lastCompletion();

  /** The process that runs the jobs, whose CPU time counts; this JVM unless it is another. */
  default long process() {
    return ProcessHandle.current().pid();
  }

  /** How many jobs the last drain ran, where more wait than were asked for. */
  default int ran(int jobs) {
    return jobs;
  }
}
