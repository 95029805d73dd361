/**
 * The tree of channels: its text, its limits, the order among jobs, and the claim plan that turns
 * free slots and waiting jobs into what to claim. Pure functions, no I/O and no clock; no plan
 * exceeds a capacity on any job's path to the root. What it knows is rebuilt from rows at any time.
 */
package io.queuejob.internal.channel;
