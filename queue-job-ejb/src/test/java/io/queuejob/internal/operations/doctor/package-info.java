/** The doctor's judgement, by tables of facts and what they mean. */
package io.queuejob.internal.operations.doctor;
