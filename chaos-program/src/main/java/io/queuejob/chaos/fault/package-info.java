/**
 * The faults, each kind with a stream of random numbers and a thread of its own. Whatever is taken
 * away is given back by the thread that took it, also when the run ends meanwhile.
 */
package io.queuejob.chaos.fault;
