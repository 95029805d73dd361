/**
 * One job in depth: the implementation of {@code admin.job}. {@code WaitReasons} decides from facts
 * alone why a job waits; what is read may be a moment old, so a reason is what was true then.
 * Commands are all or nothing: each runs in a transaction of its own, and a refusal inside it rolls
 * it back.
 */
package io.queuejob.internal.operations.inspect;
