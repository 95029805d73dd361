/**
 * The overview over REST: the numbers and series that the first page shows. It reads only; what
 * cannot be read is a problem document.
 */
package io.queuejob.web.rest.overview;
