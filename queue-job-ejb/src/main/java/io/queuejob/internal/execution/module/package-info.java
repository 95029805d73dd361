/**
 * Each job in the environment of the module that has its bean. Owns the way from a job to that
 * module; where there is none, or it cannot be entered, the job runs where it is.
 */
package io.queuejob.internal.execution.module;
