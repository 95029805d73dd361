/**
 * The hot path's SQL: named constants, mapped rows, one class per aggregate and direction in the
 * packages below. Writes are guarded and report how many rows moved; nothing is decided here. The
 * rows are the truth of the whole product. A lost connection surfaces as {@link
 * io.queuejob.internal.storage.SqlFailure}; the caller decides what that means.
 */
package io.queuejob.internal.storage;
