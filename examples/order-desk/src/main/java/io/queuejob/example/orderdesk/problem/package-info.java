/**
 * The one way in which this application refuses what it was given. A {@link
 * io.queuejob.example.orderdesk.problem.Rejection} rolls the current transaction back and becomes
 * status 400 at the edge.
 */
package io.queuejob.example.orderdesk.problem;
