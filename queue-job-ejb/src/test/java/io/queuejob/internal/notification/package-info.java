/** How people are told of failed jobs, without a database. */
package io.queuejob.internal.notification;
