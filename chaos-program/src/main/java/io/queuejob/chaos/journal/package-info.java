/**
 * What was done in a run and when: captured jobs, capacities in force, times of trouble, counters,
 * findings. Written by all threads of the run, read by the checkers at the end. Instants of this
 * process and of the database come from the clock of one machine.
 */
package io.queuejob.chaos.journal;
