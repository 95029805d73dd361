/**
 * Groups and files of the jobs that a filter line leaves. A line that cannot be read is answered
 * with the engine's own words.
 */
package io.queuejob.web.rest.search;
