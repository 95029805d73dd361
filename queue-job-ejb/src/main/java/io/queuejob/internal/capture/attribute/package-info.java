/** Columns that the application gives its jobs. */
package io.queuejob.internal.capture.attribute;
