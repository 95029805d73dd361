/**
 * Which parts of a call and of its result people do not see. It owns the paths that stand in the
 * payload beside the arguments, and in a column beside the result, so that whoever shows a job can
 * mask it without the application's classes. What names secrets and cannot be read is masked as a
 * whole.
 */
package io.queuejob.internal.codec.secret;
