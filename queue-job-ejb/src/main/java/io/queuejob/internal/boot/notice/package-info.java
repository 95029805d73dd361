/**
 * Puts the parts together that tell people of failed jobs, for a node whose settings name somebody.
 * A mail session that is missing is noticed when the first mail is to be sent.
 */
package io.queuejob.internal.boot.notice;
