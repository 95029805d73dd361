/** What a job is about: a link that people open from the job's page. */
package io.queuejob.api.related;
