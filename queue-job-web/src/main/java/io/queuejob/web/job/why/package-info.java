/**
 * Reasons of a job's waiting in words of the reader's language: a text of the bundle with places
 * for values, cut into parts so that a page shows times in the viewer's zone and jobs as links. A
 * reason that a newer engine gives and this bundle does not know is shown by its code.
 */
package io.queuejob.web.job.why;
