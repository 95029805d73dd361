/**
 * Charts as SVG, written by hand: bars and lines, in colours that can be read on light and dark
 * ground. Holds no figures of its own.
 */
package io.queuejob.benchmark.chart;
