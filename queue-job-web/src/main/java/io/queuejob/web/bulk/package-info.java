/**
 * The page of bulk changes: before one is confirmed it says in words what would happen to which
 * jobs, with their number and a sample; after that how far it is, and what it skipped. What was
 * shown is what is confirmed: the filter is in the address, ages count from when it was shown.
 */
package io.queuejob.web.bulk;
