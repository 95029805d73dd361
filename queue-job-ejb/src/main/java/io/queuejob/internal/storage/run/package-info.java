/**
 * Rows that a running job reads and writes for itself: effects elsewhere, what its parents left.
 */
package io.queuejob.internal.storage.run;
