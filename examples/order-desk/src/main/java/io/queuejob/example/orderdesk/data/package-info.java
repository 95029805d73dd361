/**
 * Order files: CSV with one row for each order line. Pure text in, drafts out. A row that cannot be
 * read is reported with its line number and takes its order with it; the others stay.
 */
package io.queuejob.example.orderdesk.data;
