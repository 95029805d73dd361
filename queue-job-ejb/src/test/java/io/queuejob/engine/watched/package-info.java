/** What runs show of themselves: spans, names in the log, events. */
package io.queuejob.engine.watched;
