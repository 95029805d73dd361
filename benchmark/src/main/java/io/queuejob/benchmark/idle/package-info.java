/**
 * What a node costs that does little: statements while it is idle, and heap and start-up while very
 * many jobs wait.
 */
package io.queuejob.benchmark.idle;
