/**
 * The function of test jobs, beside those of an application where the settings say so. It owns
 * nothing and writes nothing; it fails on purpose, and says so.
 */
package io.queuejob.internal.execution.testjob;
