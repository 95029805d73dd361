package io.queuejob.internal.storage.desk;

/** Names a person to the triggers that keep the audit. */
final class Person {
  /** Until the transaction ends. Parameter: name. */
  static final String ACTS = "SELECT set_config('queue_job.actor', ?, true)";

  private Person() {}
}
