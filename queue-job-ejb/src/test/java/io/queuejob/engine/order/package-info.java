/** Channels that are sequential, throttled or rated, over several nodes in one process. */
package io.queuejob.engine.order;
