/**
 * The engine outside a server, for tests and benchmarks: transactions bound to threads, plain
 * threads, beans that are plain objects, a database of its own for each test class.
 */
package io.queuejob.testkit;
