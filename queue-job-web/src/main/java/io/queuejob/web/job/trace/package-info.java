/**
 * Stack traces with the frames of server and libraries folded, so that the application's own stand
 * out. It only reads text; a trace in a form that it does not know is shown whole.
 */
package io.queuejob.web.job.trace;
