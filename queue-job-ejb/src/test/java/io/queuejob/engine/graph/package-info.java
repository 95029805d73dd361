/** Graphs as they run: on real nodes, with real rows. */
package io.queuejob.engine.graph;
