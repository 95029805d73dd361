/** Tables, charts and the page, out of figures that were made up. */
package io.queuejob.benchmark.reporting;
