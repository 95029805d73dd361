/** The chaos program's entry: reads the command line, runs, prints the figures. */
package io.queuejob.chaos;
