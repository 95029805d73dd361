/**
 * What is read of one job to tell people about it: the facts from which the reasons of its waiting
 * are found, its graph, its log, and its call to be stored again. Every statement goes by an index
 * and has a limit; none takes a lock, but for the one that writes to the audit. What the database
 * refuses becomes an {@code SqlFailure}; only the look at locks, which a server may hide, is left
 * out then.
 */
package io.queuejob.internal.storage.inspect;
