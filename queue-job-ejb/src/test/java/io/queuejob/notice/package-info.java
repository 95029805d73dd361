/** People are told of failed jobs, over rows of PostgreSQL and beside nodes that run. */
package io.queuejob.notice;
