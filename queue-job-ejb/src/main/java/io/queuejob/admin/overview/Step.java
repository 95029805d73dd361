package io.queuejob.admin.overview;

import java.time.Instant;

/**
 * One step of a chart.
 *
 * @param began when it began
 * @param ended what ended in it
 */
public record Step(Instant began, Ended ended) {}
