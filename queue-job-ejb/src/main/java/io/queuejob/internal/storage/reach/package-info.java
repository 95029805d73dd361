/**
 * What a command that is limited to channels has to look at before it changes anything. What was
 * looked at is held until the end of the transaction.
 */
package io.queuejob.internal.storage.reach;
