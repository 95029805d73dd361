/**
 * What monitoring is told: the implementation of {@code admin.health}. A failure to read makes an
 * engine not ready; it never makes the question fail.
 */
package io.queuejob.internal.operations.health;
