/** How test jobs are made over REST. */
package io.queuejob.web.rest.testjob;
