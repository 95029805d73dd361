/**
 * What a node does with the jobs that it claimed: the queue of those not started, the slots that
 * they need, the workers that run them. All state is in memory and guarded by the dispatcher; when
 * it is lost, the rows still say what this node held, and others put it back.
 */
package io.queuejob.internal.runner.local;
