/**
 * One run from begin to end: database, nodes, load, faults, drain, checks. Ends all that it
 * started, also on an interrupt; what went wrong is in the report beside the logs.
 */
package io.queuejob.chaos.run;
