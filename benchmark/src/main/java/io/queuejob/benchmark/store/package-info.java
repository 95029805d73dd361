/**
 * What it costs to store jobs: one by one in transactions of their own, many at once, and in bytes.
 */
package io.queuejob.benchmark.store;
