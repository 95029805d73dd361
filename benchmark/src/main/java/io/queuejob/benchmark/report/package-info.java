/**
 * What a run found, for people: the table on the console, charts, and the section of the
 * documentation that comes of a results file. Knows what each figure means, and measures nothing.
 */
package io.queuejob.benchmark.report;
