/** What crosses from the caller's thread to the job's, by an allow-list of propagators. */
package io.queuejob.internal.context;
