/**
 * What people do: the implementation of {@code admin}, and of what an application asks of stored
 * jobs. Commands take the same transitions by the same guarded statements as the runner; a refusal
 * is an answer in words, with the state that was found.
 */
package io.queuejob.internal.operations;
