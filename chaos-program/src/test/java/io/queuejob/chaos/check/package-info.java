/** Checkers by themselves. */
package io.queuejob.chaos.check;
