package io.queuejob.admin.overview;

import java.time.Duration;

/**
 * How long something took. Percentiles come from classes of times and are accurate to about a
 * third.
 *
 * @param p50 half took no longer; null if there was nothing
 * @param p95 nineteen of twenty took no longer; null if there was nothing
 * @param p99 99 of a hundred took no longer; null if there was nothing
 * @param mean on average; null if there was nothing
 */
public record Times(Duration p50, Duration p95, Duration p99, Duration mean) {}
