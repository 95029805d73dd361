/**
 * Filters under a name, of one person or of all. A view is an address of the list and nothing else;
 * one that cannot be saved is refused with the reason.
 */
package io.queuejob.web.views;
