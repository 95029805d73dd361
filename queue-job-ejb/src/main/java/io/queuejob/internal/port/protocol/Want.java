package io.queuejob.internal.port.protocol;

import io.queuejob.internal.job.ChannelPath;

/**
 * How many jobs of one function in one channel a node would take.
 *
 * @param functionId number of the function
 * @param channel exact channel, without its subtree
 * @param jobs at most so many
 */
public record Want(int functionId, ChannelPath channel, int jobs) {}
