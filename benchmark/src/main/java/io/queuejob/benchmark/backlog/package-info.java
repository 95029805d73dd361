/**
 * What old rows cost: millions of jobs that wait or are done, and transactions that keep versions
 * of rows alive. A big table stands in a database of its own on the same server, so that rounds on
 * it and on an empty one take turns.
 */
package io.queuejob.benchmark.backlog;
