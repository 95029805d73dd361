/**
 * The desks as the caller of a request may see them. Pages and REST resources have their desks from
 * here, and from nowhere else: what somebody may not see does not reach them.
 */
package io.queuejob.web.sight;
