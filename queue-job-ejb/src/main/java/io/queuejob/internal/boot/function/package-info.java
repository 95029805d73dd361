/**
 * What a deployment says of its functions, handed to people at its start. Owns nothing; a failure
 * fails the start as any write of declarations does.
 */
package io.queuejob.internal.boot.function;
