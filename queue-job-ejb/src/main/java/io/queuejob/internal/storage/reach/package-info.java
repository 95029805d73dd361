/**
 * What a command that is limited to channels has to look at before it changes anything, held until
 * the end of the transaction; and which jobs are in channels that somebody may see.
 */
package io.queuejob.internal.storage.reach;
