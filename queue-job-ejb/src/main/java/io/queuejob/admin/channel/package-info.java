/**
 * Channels as people see and change them: limits, what holds along the path, what waits, who
 * paused. A change is checked as a whole before anything is written, and a refusal is an answer in
 * words. Records only, no SQL; a failure of the database is thrown.
 */
package io.queuejob.admin.channel;
