/** Virtual time, what goes wrong in it, and which rare paths were reached. */
package io.queuejob.simulation.chance;
