/**
 * The screen of one job: what it is, what it was given, what happened to it, and the commands that
 * its state allows. The table of offered commands is a convenience; the engine decides, and its
 * answer is shown in its own words. A job that is gone, or an address without one, is told so.
 */
package io.queuejob.web.job;
