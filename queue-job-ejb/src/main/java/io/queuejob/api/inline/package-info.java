/** Delayed calls that run at once, for tests. */
package io.queuejob.api.inline;
