/** Breaks by themselves. */
package io.queuejob.chaos.sabotage;
