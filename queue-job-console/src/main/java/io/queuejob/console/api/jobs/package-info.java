/**
 * Addresses of groups, files, bulk changes and single changes of jobs, and of test jobs, below
 * {@code /api}; what is not registered in the application is not there.
 */
package io.queuejob.console.api.jobs;
