/**
 * The plans of the statements that run often: each uses the index that is meant and sorts no more
 * than a batch. Needs a table that is large enough for a plan to matter.
 */
package io.queuejob.schema.plan;
