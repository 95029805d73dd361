/**
 * Application servers as child processes, for the demo, the server tests and the benchmark.
 *
 * <p>Owns the process, its log file and its working folder, and the distributions that Maven
 * fetched for it. A start is over only when all applications answer and the log has the awaited
 * lines, because servers report success even when an application failed to deploy. Failures are
 * {@link io.queuejob.servers.ServerFailedException}s with the reason and the tail of the log; the
 * process is then still the caller's to stop.
 */
package io.queuejob.servers;
