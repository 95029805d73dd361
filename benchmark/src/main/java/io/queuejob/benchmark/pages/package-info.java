/**
 * How fast the admin reads: every page's reading on a table of millions of jobs, and the slowest
 * statement of each. Owns the rows it fills; fails if a reading fails.
 */
package io.queuejob.benchmark.pages;
