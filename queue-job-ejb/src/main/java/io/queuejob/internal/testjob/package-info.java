/**
 * What test jobs are: their call as it is stored, and the shape of their graphs, drawn by a chance
 * that is handed in. Values only; what cannot be drawn was refused before.
 */
package io.queuejob.internal.testjob;
