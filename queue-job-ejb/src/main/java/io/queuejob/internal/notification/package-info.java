/**
 * Tells people of failed jobs: by mail and by webhook, one message for a kind of failure and a
 * period. Runs on a thread of its own beside the jobs and costs them nothing. A message that cannot
 * be sent is logged, kept and tried again; a node that dies between sending and noting it lets
 * another send it once more, with the same identity.
 */
package io.queuejob.internal.notification;
