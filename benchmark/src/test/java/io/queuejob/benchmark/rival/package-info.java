/** One tiny iteration of each rival. */
package io.queuejob.benchmark.rival;
