/**
 * The doctor's findings as JSON over HTTP, in the manner of {@code web.rest}; what is not published
 * by a subclass has no address.
 */
package io.queuejob.web.rest.doctor;
