package io.queuejob.internal.bean;

import io.queuejob.api.Delayed;
import io.queuejob.api.call.JobTransaction;
import java.util.Objects;

/**
 * How a function's jobs are run.
 *
 * @param shared most jobs of one transaction; 1 for one each
 * @param transaction which one the method runs in
 */
public record RunTerms(int shared, JobTransaction transaction) {
  /** One transaction for each job. */
  public static final RunTerms DEFAULT = new RunTerms(1, JobTransaction.REQUIRED);

  public RunTerms {
    Objects.requireNonNull(transaction, "transaction");
  }

  /** As declared; null for the default. */
  public static RunTerms of(Delayed declaration) {
    return declaration == null
        ? DEFAULT
        : new RunTerms(declaration.sharedTransaction(), declaration.transaction());
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
