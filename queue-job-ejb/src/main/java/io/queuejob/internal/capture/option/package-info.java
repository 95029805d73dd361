/**
 * The options of a call as they were given, each checked when it is set. Fails by {@code
 * CaptureException} naming the option.
 */
package io.queuejob.internal.capture.option;
