/**
 * The first screen: the queue at a glance. It owns the span of time that is looked back upon, which
 * lives in the page's address. A reading that fails leaves the last one standing under a notice and
 * is tried again by the page.
 */
package io.queuejob.web.overview;
