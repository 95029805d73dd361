/**
 * The implementation of {@code admin.function}: what counts of all that is said of a function, and
 * changes of what people set, checked by the same rules as settings. A change that cannot be used,
 * or meets one of somebody else, writes nothing.
 */
package io.queuejob.internal.operations.function;
