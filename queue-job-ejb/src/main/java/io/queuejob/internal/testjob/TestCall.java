package io.queuejob.internal.testjob;

/**
 * A call of the function of test jobs as it is stored. It needs no class of an application, so that
 * whoever has the database can make it.
 *
 * @param failureRate which part of the runs is to fail, 0 to 1
 * @param steady whether all runs of a job end alike
 * @param again whether a failed run asks for another attempt
 */
public record TestCall(double failureRate, boolean steady, boolean again) {
  /** Registered name of the function. */
  public static final String FUNCTION = "io.queuejob.TestJob.run(double,boolean,boolean)";

  /** Its arguments as every call has them. */
  public String arguments() {
    return "{\"v\":1,\"args\":[" + failureRate + "," + steady + "," + again + "]}";
  }
}
