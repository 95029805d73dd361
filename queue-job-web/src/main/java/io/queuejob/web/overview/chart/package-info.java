/**
 * Charts as paths of SVG, worked out on the server: geometry alone, no markup, no colour. What
 * cannot be drawn, such as a span without runs, is an empty path.
 */
package io.queuejob.web.overview.chart;
