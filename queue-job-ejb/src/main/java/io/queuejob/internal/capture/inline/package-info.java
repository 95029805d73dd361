/** The seam through which a captured call, or a whole graph of them, runs at once. */
package io.queuejob.internal.capture.inline;
