/**
 * The job as an immutable value: its request, its states and the one table of transitions, the
 * outcomes of a run, the delay of a retry. Pure: no clock, no I/O, no logging; {@code now} is an
 * argument. Nothing here can fail but by a wrong argument.
 */
package io.queuejob.internal.job;
