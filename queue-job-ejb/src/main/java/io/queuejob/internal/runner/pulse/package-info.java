/**
 * The node's membership and its pulse. The pulse's thread owns joining, the heartbeat, rings to
 * other nodes, the recovery of dead ones and the publication of long runs; its session is its own.
 * When the session is lost it begins again; when the node's row is gone, it abandons all and joins
 * anew.
 */
package io.queuejob.internal.runner.pulse;
