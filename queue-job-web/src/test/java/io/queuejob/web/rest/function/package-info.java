/** Functions over REST: what is answered, and what is refused. */
package io.queuejob.web.rest.function;
