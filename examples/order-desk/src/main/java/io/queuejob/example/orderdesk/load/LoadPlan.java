package io.queuejob.example.orderdesk.load;

/**
 * What the jobs of a load run have in common.
 *
 * @param run what the run is called
 * @param millis how long each job waits, in milliseconds
 * @param channel the jobs' channel
 */
public record LoadPlan(String run, int millis, String channel) {}
