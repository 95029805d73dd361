/** Bulk changes over REST. */
package io.queuejob.web.rest.bulk;
