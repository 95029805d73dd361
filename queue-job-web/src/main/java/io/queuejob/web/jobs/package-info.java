/**
 * The screen of many jobs. It owns the filter, which lives in the page's address and nowhere else:
 * back, reload and a shared link show the same list. A list that cannot be read leaves the last one
 * standing under a notice and is tried again by the page.
 */
package io.queuejob.web.jobs;
