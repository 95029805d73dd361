/**
 * Jobs as files: CSV for spreadsheets, JSON for programs, written while they are read. A file that
 * was cut says so in its last line. Nothing in a CSV cell can act as a formula.
 */
package io.queuejob.web.export;
