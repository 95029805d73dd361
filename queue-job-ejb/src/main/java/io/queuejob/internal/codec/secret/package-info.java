/**
 * Which parts of a call people do not see. It owns the paths that stand in the payload beside the
 * arguments, so that whoever shows a job can mask it without the application's classes. A payload
 * that names secrets and cannot be read is masked as a whole.
 */
package io.queuejob.internal.codec.secret;
