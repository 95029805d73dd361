package io.queuejob.internal.bean;

import io.queuejob.api.Delayed;
import io.queuejob.api.call.JobTransaction;
import java.util.Objects;

/**
 * How a function's jobs are run.
 *
 * @param shared most jobs of one transaction; 1 for one each
 * @param transaction which one the method runs in
 * @param retryPattern waits between attempts; empty for none
 * @param declaration what is declared of its calls; null for nothing
 */
public record RunTerms(
    int shared, JobTransaction transaction, String retryPattern, Delayed declaration) {
  /** One transaction for each job. */
  public static final RunTerms DEFAULT = new RunTerms(1, JobTransaction.REQUIRED, "", null);

  /** Without a retry pattern. */
  public RunTerms(int shared, JobTransaction transaction) {
    this(shared, transaction, "", null);
  }

  public RunTerms {
    Objects.requireNonNull(retryPattern, "retryPattern");
    Objects.requireNonNull(transaction, "transaction");
  }

  /** As declared; null for the default. */
  public static RunTerms of(Delayed declaration) {
    return declaration == null
        ? DEFAULT
        : new RunTerms(
            declaration.sharedTransaction(),
            declaration.transaction(),
            declaration.retryPattern(),
            declaration);
  }

  /** Whether the method runs in a transaction. */
  public boolean transactional() {
    return transaction == JobTransaction.REQUIRED;
  }

  /** Whether jobs may share a transaction. */
  public boolean sharing() {
    return shared > 1 && transactional();
  }
}
