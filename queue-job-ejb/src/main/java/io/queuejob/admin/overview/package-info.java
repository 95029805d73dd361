/**
 * The queue at a glance: what waits, runs and fails now, what ended over time and how fast, and
 * what needs a person. Reading it is cheap whatever the number of jobs: numbers above a bound are
 * estimates and say so. A reading that fails raises {@link io.queuejob.api.error.StorageException}.
 */
package io.queuejob.admin.overview;
