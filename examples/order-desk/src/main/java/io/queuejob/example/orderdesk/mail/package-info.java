/**
 * Mails, sent later: {@code @Delayed} on the method of a CDI bean. They go to a local sink, the
 * table {@code mail}, in the job's transaction; a mail that cannot be written fails its job.
 */
package io.queuejob.example.orderdesk.mail;
