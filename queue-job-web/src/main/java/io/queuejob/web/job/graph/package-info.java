/**
 * The picture of a graph: what is alike and too many is folded into one box, boxes stand in layers
 * after all that they wait for, and the picture is written as SVG that needs neither script nor
 * style of its own, with the same as a table beside it. All of it is worked out from rows alone; it
 * keeps nothing, and what it cannot draw it says.
 */
package io.queuejob.web.job.graph;
