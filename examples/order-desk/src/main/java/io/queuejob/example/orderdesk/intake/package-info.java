/**
 * Large order files, taken in by jobs: one cuts the file into chunks, one for each chunk places its
 * orders, and one reports when all are done.
 */
package io.queuejob.example.orderdesk.intake;
