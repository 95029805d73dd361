/**
 * One claimed job: decode, bind the context, call the method, turn what comes of it into an outcome
 * and write it. A success commits together with the business work; anything else is written in a
 * new transaction after the rollback. Every write names the claim's token: when it is lost nothing
 * is written and the work is rolled back. Knows nothing of channels.
 */
package io.queuejob.internal.execution;
