/**
 * CDI events of what came of runs. Owns the answer to who observes them, looked up once at the
 * start. What an observer raises is logged.
 */
package io.queuejob.internal.boot.event;
