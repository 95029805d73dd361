/**
 * The doctor's judgement: facts in, findings out, without input or output of its own but the desk
 * that reads the facts. Facts that cannot be read make a finding that says so, and leave the rest
 * as it is.
 */
package io.queuejob.internal.operations.doctor;
