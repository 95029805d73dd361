package io.queuejob.admin.doctor;

import java.util.List;

/**
 * Looks for what is misconfigured, stuck or left over; the implementation is injected:
 * {@code @Inject Doctor doctor}. An examination sends a few statements, each of which is cheap
 * however many jobs there are.
 */
public interface Doctor {

  /** At least one finding for each check, in the order of {@link Check}. */
  List<Finding> examine();
}
