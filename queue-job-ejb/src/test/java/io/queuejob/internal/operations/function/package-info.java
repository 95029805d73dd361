/** What counts of all that is said of a function. */
package io.queuejob.internal.operations.function;
