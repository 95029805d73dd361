/**
 * Calls that are to be delayed as graphs: what the application puts together, the plan of it, and
 * how it is stored in the caller's transaction. Warns of calls that were forgotten. Fails by {@code
 * CaptureException}; nothing was written then, or the caller's transaction is marked for rollback.
 */
package io.queuejob.internal.capture.graph;
