/**
 * Finding jobs by conditions that people combine freely. What an index serves picks the rows; all
 * other conditions are tried on the newest 100,000 of those, and the answer says from where to look
 * on. It only reads, but for the named views; a statement that takes too long is cancelled, and the
 * failure says so.
 */
package io.queuejob.internal.storage.search;
