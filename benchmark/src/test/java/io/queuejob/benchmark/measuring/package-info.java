/** One tiny iteration of each measure: that its figures come out, not how good they are. */
package io.queuejob.benchmark.measuring;
