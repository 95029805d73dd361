/**
 * Bulk changes, and the change of one job, as JSON. What is asked for is read strictly: a member
 * that is not known is refused, so that a slip of the pen changes nothing. Every call may be
 * repeated: keys name a change, confirm, stop and resume lead to a state, and what was undone is
 * undone once.
 */
package io.queuejob.web.rest.bulk;
